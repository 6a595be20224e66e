package io.lava4j.jobs.exe;

import io.lava4j.core.spi.JobProvider.Context;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.Spec;
import io.lava4j.jobs.exe.process.Command;
import io.lava4j.jobs.exe.process.Ending;
import io.lava4j.jobs.exe.process.Output;
import io.lava4j.jobs.exe.process.Supervised;
import io.lava4j.jobs.exe.process.Tools;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run: whatever can be wrong is looked for before the first program starts. */
final class Run {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Spec job;
    private final Context context;
    private final Kind kind;
    private final CommandLine line;
    private final Area payloads;
    private final Area temp;
    private final List<String> arguments;
    private final Map<String, String> environment;
    private final Duration limit;

    Run(Spec job, Context context) {
        this.job = job;
        this.context = context;
        this.kind = Kind.of(job);
        this.line = kind.commandLine(job);
        this.payloads = Area.of(context.realm(), "s3_payloads");
        this.temp = Area.of(context.realm(), "s3_temp")
                .within(job.required("job_id"))
                .within(context.runId());
        Texts texts = new Texts(job, context);
        this.arguments = texts.arguments(line);
        this.environment = texts.environment();
        this.limit = job.object("parameters").duration("timeout").orElse(LIMIT);
    }

    void carryOut() {
        ObjectStore store = context.objects(Optional.empty());
        List<Payload> found = Payload.at(kind.locations(job), payloads, store);
        try (Clients clients = new Clients(job, context)) {
            if (context.dryRun()) {
                clients.open();
                Account.wouldRun(context, found, line, arguments, Clients.connIds(job));
                return;
            }
            Folder folder = Folder.in(context.privateDirectory());
            List<Path> files = fetched(found, folder, store);
            Variables variables = Variables.of(job, context.realm(), context.runId(), temp, folder)
                    .with(clients.install(folder.connections()));
            Account account = new Account(context, store, temp);
            Tools tools = tools();
            for (int i = 0; i < found.size(); i++) {
                run(found.get(i), files.get(i), folder, variables, account, tools, i + 1);
            }
        }
    }

    private Tools tools() {
        Tools tools = Tools.found();
        if (tools.setsid().isEmpty()) {
            context.listener()
                    .event("setsid is not on this machine: of what a program starts, only what is its descendant when it is"
                            + " stopped is ended with it");
        }
        return tools;
    }

    private List<Path> fetched(List<Payload> found, Folder folder, ObjectStore store) {
        List<Path> files = new ArrayList<>();
        for (Payload payload : found) {
            files.add(
                    kind == Kind.EXE
                            ? folder.program(payload, store)
                            : folder.packed(payload, store, files.size() + 1));
        }
        return files;
    }

    private void run(Payload payload, Path file, Folder folder, Variables variables, Account account, Tools tools, int number) {
        Program program = kind == Kind.EXE
                ? Program.alone(payload, file)
                : Program.packed(payload, file, folder.unpacked(number), line);
        List<String> words = new ArrayList<>(List.of(program.file().toString()));
        words.addAll(arguments);
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(variables.all());
        all.put("LAVA_S3_PAYLOAD", payloads.uri(payload.location()));
        Output output = Output.of(context.listener(), folder.output(number));
        Ending ending =
                new Supervised(new Command(words, program.directory(), all, limit), output, tools).run();
        account.of(payload, ending, output, limit);
    }
}
