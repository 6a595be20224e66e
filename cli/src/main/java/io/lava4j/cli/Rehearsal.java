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
     * Runs one command after the other, whatever they end with, and ends with the highest of their exit statuses.
     *
     * @param arguments those of the commands, with a comma of its own between two of them
     */
    public static void main(String[] arguments) {
        List<String> rest = List.of(arguments);
        int highest = 0;
        while (!rest.isEmpty()) {
            int end = rest.contains(NEXT) ? rest.indexOf(NEXT) : rest.size();
            int status = LavaCommand.execute(
                    Main.session(Main.results()), rest.subList(0, end).toArray(String[]::new));
            highest = Math.max(highest, status);
            rest = rest.subList(Math.min(end + 1, rest.size()), rest.size());
        }
        System.exit(highest);
    }
}
