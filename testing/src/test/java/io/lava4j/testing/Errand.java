package io.lava4j.testing;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.error.LavaException;
import io.lava4j.core.error.Violation;
import io.lava4j.core.spi.JobProvider;
import io.lava4j.core.spi.LoadTarget;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.Spec;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A job type that keeps the contract, but for one fault if a test wants one. */
public final class Errand implements JobProvider {

    static volatile String fault = "";

    /** For {@link java.util.ServiceLoader}. */
    public Errand() {}

    @Override
    public Set<String> types() {
        return Set.of("errand");
    }

    @Override
    public String schema(String type) {
        return """
                {"required": ["parameters"], "properties": {"parameters": {"description": "Whom to ask.", "type": "object",
                 "properties": {"to": {"description": "A connection.", "type": "string"}}}}}""";
    }

    @Override
    public List<Violation> faults(Spec spec) {
        if (fault.equals("faultsOfAnInvalidSpecAreToldOrLeftToTheSchema")
                && spec.fields().get("parameters") instanceof Integer) {
            throw new ClassCastException("parameters");
        }
        if (fault.equals("theSpecHasNoFaults")) {
            return List.of(spec.violation("/parameters", "is there"));
        }
        spec.object("parameters").text("to");
        return List.of();
    }

    @Override
    public boolean hasDryRun() {
        return true;
    }

    @Override
    public void run(Spec spec, Context context) {
        try {
            carryOut(spec.object("parameters").required("to"), context);
        } catch (LavaException failed) {
            throw fault.contains("ComesOut") ? new JobFailedException("the errand failed", failed) : failed;
        }
    }

    private static void carryOut(String to, Context context) {
        LoadTarget target = context.connector(to, LoadTarget.class);
        ObjectStore store = context.objects(Optional.empty());
        LoadTarget.Prepared load = target.prepare(LoadCase.of().into("s", "t"));
        try {
            if (!context.dryRun() || fault.equals("aDryRunLoadsNothingAndWritesNothing")) {
                context.result("rows", load.run(context.listener()).rows());
            }
            if (fault.equals("itsResultHoldsPlainValues")) {
                context.result("load", load);
            }
            read(store);
        } finally {
            if (!fault.equals("itRunsToItsEndAndClosesWhatItOpened")) {
                load.close();
            }
        }
    }

    private static void read(ObjectStore store) {
        for (ObjectStore.StoredObject object : store.list(JobContract.BUCKET, "")) {
            try (InputStream stream = opened(store, object)) {
                stream.readAllBytes();
            } catch (IOException broken) {
                throw Thread.interrupted() && !fault.equals("anInterruptWhileItReadsAnObjectCancelsIt")
                        ? new CancelledException("the errand was interrupted", broken)
                        : new JobFailedException("the errand failed", broken);
            }
        }
    }

    private static InputStream opened(ObjectStore store, ObjectStore.StoredObject object) {
        InputStream opened = store.open(object);
        return !fault.equals("oneProviderRunsJobsFromSeveralThreads")
                ? opened
                : new FilterInputStream(opened) {
                    @Override
                    public void close() {
                        // left open
                    }
                };
    }
}
