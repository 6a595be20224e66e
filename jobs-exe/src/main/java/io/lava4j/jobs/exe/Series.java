package io.lava4j.jobs.exe;

import io.lava4j.core.spi.JobProvider.Context;
import io.lava4j.jobs.exe.process.Command;
import io.lava4j.jobs.exe.process.Ending;
import io.lava4j.jobs.exe.process.Output;
import io.lava4j.jobs.exe.process.Supervised;
import io.lava4j.jobs.exe.process.Tools;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Programs that run one after the other. */
final class Series {

    private final Context context;
    private final Invocation invocation;
    private final Folder folder;
    private final Account account;
    private final Tools tools;
    private int number;

    Series(Context context, Invocation invocation, Folder folder, Account account, Tools tools) {
        this.context = context;
        this.invocation = invocation;
        this.folder = folder;
        this.account = account;
        this.tools = tools;
    }

    /** @throws io.lava4j.core.error.JobFailedException if it failed: then no other may run */
    void run(Program program, Variables variables) {
        number++;
        Output output = Output.of(context.listener(), folder.output(number));
        Ending ending = new Supervised(command(program, variables), output, tools).run();
        account.of(program.payload(), ending, output, invocation.limit());
    }

    private Command command(Program program, Variables variables) {
        List<String> words = new ArrayList<>(List.of(program.file().toString()));
        words.addAll(invocation.arguments());
        Map<String, String> environment = new HashMap<>(invocation.environment());
        environment.putAll(variables.all());
        return new Command(words, program.directory(), environment, invocation.limit());
    }
}
