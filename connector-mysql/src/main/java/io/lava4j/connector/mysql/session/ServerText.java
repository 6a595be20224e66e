package io.lava4j.connector.mysql.session;

/** What a server says, as one line of a message: it may say anything, of any length, to whatever terminal shows it. */
public final class ServerText {

    private static final int MOST = 1_000;

    private ServerText() {}

    /** The text without characters that control a terminal, and not all of a long one. */
    public static String of(String said) {
        String line = String.valueOf(said).replaceAll("\\p{Cc}+", " ");
        return line.length() > MOST ? line.substring(0, MOST) + "…" : line;
    }
}
