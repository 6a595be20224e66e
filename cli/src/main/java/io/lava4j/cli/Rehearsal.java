package io.lava4j.cli;

import java.util.List;

/**
 * Several commands in one process, from which the archive with a runtime of its own has its cache of loaded classes. Started
 * when that is made, and by nothing else.
 */
final class Rehearsal {

    private static final String NEXT = ",";

    private Rehearsal() {}

    /**
     * Runs one command after the other, whatever they end with.
     *
     * @param arguments those of the commands, with a comma of its own between two of them
     */
    public static void main(String[] arguments) {
        List<String> rest = List.of(arguments);
        while (!rest.isEmpty()) {
            int end = rest.contains(NEXT) ? rest.indexOf(NEXT) : rest.size();
            LavaCommand.execute(
                    Main.session(Main.results()), rest.subList(0, end).toArray(String[]::new));
            rest = rest.subList(Math.min(end + 1, rest.size()), rest.size());
        }
        System.exit(0);
    }
}
