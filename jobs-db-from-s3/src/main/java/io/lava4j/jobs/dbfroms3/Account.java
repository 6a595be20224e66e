package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.spi.JobProvider.Context;
import io.lava4j.core.spi.LoadTarget.Plan;
import io.lava4j.core.spi.LoadTarget.Report;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.util.List;
import java.util.Map;

/** Tells the job's result and events what is known, as soon as it is: a failure later on leaves them standing. */
final class Account {

    private final Context context;

    Account(Context context) {
        this.context = context;
    }

    void names(Names names) {
        context.result("bucket", names.bucket());
        context.result("key", names.key());
        target(names.schema(), names.table());
    }

    void target(String schema, String table) {
        context.result("schema", schema);
        context.result("table", table);
    }

    void files(DataFiles files) {
        files.events().forEach(context.listener()::event);
        context.result("files", files.objects().size());
        context.result("bytes", files.size());
    }

    void nothingLoaded() {
        counts(new Report(0, 0, 0, 0));
    }

    void plan(Plan plan) {
        target(plan.schema(), plan.table());
        context.result("load_path", plan.path());
        if (!context.dryRun()) {
            // The statements are told as they are run: another load may change what there is to do.
            context.listener().event("load path " + plan.path() + ": " + plan.reason());
        }
    }

    /** What a dry run is asked for: fields, so that a program need not read sentences. */
    void wouldLoad(List<StoredObject> objects, Plan plan) {
        context.result("load_path_reason", plan.reason());
        context.result(
                "objects",
                objects.stream()
                        .map(object -> Map.of("uri", object.uri(), "bytes", object.size()))
                        .toList());
        context.result("statements", plan.statements());
        plan.notes().forEach(context.listener()::event);
        context.listener().event("dry run: everything was checked, and nothing changed");
    }

    void report(Report report, Plan plan) {
        counts(report);
        tellLate(report.rows() + " rows loaded into '" + plan.schema() + "." + plan.table() + "'; skipped "
                + report.skipped() + ", deleted " + report.deleted() + ", warnings " + report.warnings());
    }

    /** A listener that fails now does not fail the job: whose rows are loaded must not be told to load again. */
    private void tellLate(String sentence) {
        try {
            context.listener().event(sentence);
        } catch (RuntimeException | Error fault) {
            Thread caller = Thread.currentThread();
            caller.getUncaughtExceptionHandler().uncaughtException(caller, fault);
        }
    }

    private void counts(Report report) {
        context.result("rows", report.rows());
        context.result("skipped", report.skipped());
        context.result("deleted", report.deleted());
        context.result("warnings", report.warnings());
    }
}
