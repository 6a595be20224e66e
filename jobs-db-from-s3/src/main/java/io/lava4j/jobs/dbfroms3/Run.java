package io.lava4j.jobs.dbfroms3;

import io.lava4j.core.spi.JobProvider.Context;
import io.lava4j.core.spi.LoadRequest;
import io.lava4j.core.spi.LoadRequest.Mode;
import io.lava4j.core.spi.LoadTarget;
import io.lava4j.core.spi.LoadTarget.Prepared;
import io.lava4j.core.spi.ObjectStore;

/** One run: from names to rows. Everything is checked before the target is asked to change anything. */
final class Run {

    private final Parameters parameters;
    private final Names names;
    private final Context context;
    private final Account account;

    Run(Parameters parameters, Names names, Context context) {
        this.parameters = parameters;
        this.names = names;
        this.context = context;
        this.account = new Account(context);
    }

    void carryOut() {
        account.names(names);
        LoadTarget target = context.connector(parameters.dbConnId(), LoadTarget.class);
        account.target(target.named(names.schema()), target.named(names.table()));
        ObjectStore store = context.objects(parameters.s3ConnId());
        DataFiles files = DataFiles.find(store, names, parameters);
        account.files(files);
        probe(files).read();
        if (files.objects().isEmpty()) {
            account.nothingLoaded();
        } else {
            load(request(files), target);
        }
    }

    private Probe probe(DataFiles files) {
        boolean destroys =
                !parameters.atomic() && (parameters.mode() == Mode.TRUNCATE || parameters.mode() == Mode.DROP);
        return destroys ? Probe.ofAll(files) : Probe.ofSome(files);
    }

    private void load(LoadRequest request, LoadTarget target) {
        try (Prepared prepared = target.prepare(request)) {
            account.plan(prepared.plan());
            if (context.dryRun()) {
                account.wouldLoad(request.source().objects(), prepared.plan());
                return;
            }
            account.report(prepared.run(context.listener()), prepared.plan());
        }
    }

    private LoadRequest request(DataFiles files) {
        LoadOptions options = parameters.options();
        return new LoadRequest(
                context.runId(),
                new LoadRequest.Target(names.schema(), names.table(), parameters.columns(), options.partitions()),
                new LoadRequest.Source(files.objects(), files.store()),
                options.format(),
                new LoadRequest.Rules(
                        parameters.mode(), options.duplicates(), parameters.maxWarnings(), parameters.atomic()),
                parameters.path(),
                parameters.parallel());
    }
}
