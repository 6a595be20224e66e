package io.lava4j.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** {@code lava completion}. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Prints a script that completes commands, options, ids and types in bash or zsh.",
        footer = {
            "",
            "Examples:",
            "  source <(lava completion bash)        in ~/.bashrc; zsh: in ~/.zshrc",
            "",
            "Faster, as it is read only when lava is completed:",
            "  lava completion bash >~/.local/share/bash-completion/completions/lava",
            "      with the package bash-completion",
            "  lava completion zsh >~/.zfunc/_lava",
            "      with 'fpath+=~/.zfunc' before compinit in ~/.zshrc"
        })
final class CompletionCommand implements Callable<Integer> {

    /** The shells that are known; the names are what the command takes. */
    enum Shell {
        bash,
        zsh
    }

    private final Session session;
    private final Supplier<CommandLine> lava;

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    private Shell shell;

    /**
     * Knows all commands when it is run.
     *
     * @param lava with all of its commands
     */
    CompletionCommand(Session session, Supplier<CommandLine> lava) {
        this.session = session;
        this.lava = lava;
    }

    @Override
    public Integer call() {
        session.out().print(Completion.of(lava.get()).script(shell.name()));
        return ExitCode.OK;
    }
}
