package io.lava4j.connector.mysql.commandline;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client calls itself. Its name says little: what is named mysql may be MariaDB's.
 *
 * @param kind whose it is
 * @param major first part of the version
 * @param minor second part
 * @param text the version for a person: {@code 11.8.3-MariaDB}
 */
record ClientVersion(Kind kind, int major, int minor, String text) {

    /**
     * MariaDB's clients say {@code Ver 15.1 Distrib 10.11.14-MariaDB}, from 10.9 on {@code from 11.8.3-MariaDB, client 15.2};
     * those of its Enterprise Server {@code 10.6.19-15-MariaDB}.
     */
    private static final Pattern MARIADB =
            Pattern.compile("(?:Distrib|from) ((\\d+)\\.(\\d+)\\.[\\d.]+(?:-\\d+)?-MariaDB)");

    /** MySQL's say {@code Ver 8.0.31 for Linux}, before 8.0 {@code Ver 14.14 Distrib 5.7.44, for Linux}. */
    private static final Pattern MYSQL = Pattern.compile("Ver (?:14\\.\\d+ Distrib )?((\\d+)\\.(\\d+)\\.\\d+)");

    /** Whose client it is. */
    enum Kind {
        MYSQL("MySQL"),
        MARIADB("MariaDB");

        private final String display;

        Kind(String display) {
            this.display = display;
        }
    }

    /** Reads what {@code --version} prints. */
    static Optional<ClientVersion> parse(String printed) {
        return find(Kind.MARIADB, MARIADB, printed).or(() -> find(Kind.MYSQL, MYSQL, printed));
    }

    private static Optional<ClientVersion> find(Kind kind, Pattern pattern, String printed) {
        Matcher found = pattern.matcher(printed);
        return found.find()
                ? Optional.of(new ClientVersion(
                        kind, Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3)), found.group(1)))
                : Optional.empty();
    }

    boolean isFrom(int wantedMajor, int wantedMinor) {
        return major > wantedMajor || major == wantedMajor && minor >= wantedMinor;
    }

    @Override
    public String toString() {
        return kind.display + " " + text.replace("-MariaDB", "");
    }
}
