package io.lava4j.jobs.exe;

import io.lava4j.core.spi.JobProvider.Context;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.Spec;
import io.lava4j.jobs.exe.process.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run: whatever can be wrong is looked for before the first program starts. */
final class Run {

    private final Spec job;
    private final Context context;
    private final Kind kind;
    private final Area payloads;
    private final Area temp;
    private final Invocation invocation;
    private final ObjectStore store;

    Run(Spec job, Context context) {
        this.job = job;
        this.context = context;
        this.kind = Kind.of(job);
        this.payloads = Area.of(context.realm(), "s3_payloads");
        this.temp = Area.of(context.realm(), "s3_temp")
                .within(job.required("job_id"))
                .within(context.runId());
        this.invocation = Invocation.of(job, context);
        this.store = context.objects(Optional.empty());
    }

    void carryOut() {
        try (Clients clients = new Clients(job, context)) {
            if (context.dryRun()) {
                List<Payload> found = found();
                clients.open();
                new Plan(found, invocation, clients.connIds()).tell(context);
            } else {
                run(clients, Folder.in(context.privateDirectory()));
            }
        }
    }

    private void run(Clients clients, Folder folder) {
        Variables variables = Variables.of(job, context.realm(), context.runId(), temp, folder);
        List<Program> programs;
        // Both wait for answers over the network.
        try (Meanwhile<List<Program>> fetched = Meanwhile.begin("lava4j-payload", () -> programs(found(), folder))) {
            clients.open();
            variables = variables.with(clients.install(folder.connections()));
            programs = fetched.result();
        }
        folder.settle();
        Series series = new Series(context, invocation, folder, new Account(context, store, temp), tools());
        for (Program program : programs) {
            String location = payloads.uri(program.payload().location());
            series.run(program, variables.with("LAVA_S3_PAYLOAD", location));
        }
    }

    private List<Payload> found() {
        return Payload.at(kind.locations(job), payloads, store);
    }

    private List<Program> programs(List<Payload> found, Folder folder) {
        List<Program> programs = new ArrayList<>();
        for (Payload payload : found) {
            int number = programs.size() + 1;
            programs.add(
                    kind == Kind.EXE
                            ? Program.alone(payload, folder.program(payload, store))
                            : Program.packed(
                                    payload,
                                    folder.packed(payload, store, number),
                                    folder.unpacked(number),
                                    invocation.line()));
        }
        return programs;
    }

    private Tools tools() {
        Tools tools = Tools.found();
        if (tools.setsid().isEmpty()) {
            context.listener()
                    .event(
                            "setsid is not on this machine: of what a program starts, only what is its descendant when it is"
                                    + " stopped is ended with it");
        }
        return tools;
    }
}
