package io.lava4j.distribution.faults;

import java.io.IOException;

/** What happens to the answers that give an object. */
interface S3Rule {

    /** All is well. */
    S3Rule NONE = new S3Rule() {};

    /** Answers in the server's place, which is not asked then. */
    default boolean answersItself(S3Answer answer) throws IOException {
        return false;
    }

    /** Passes the server's answer on. */
    default void pass(HttpHead head, byte[] body, S3Answer answer) throws IOException {
        answer.write(head.bytes());
        answer.write(body);
    }

    /** Lets a trap see what a server reads. */
    static S3Rule watchedBy(Trap trap) {
        return new S3Rule() {
            @Override
            public boolean answersItself(S3Answer answer) {
                if (trap.stopsFirstRead()) {
                    trap.strike();
                }
                return false;
            }

            @Override
            public void pass(HttpHead head, byte[] body, S3Answer answer) throws IOException {
                answer.write(head.bytes());
                int piece = 1_000;
                for (int from = 0; from < body.length; from += piece) {
                    int count = Math.min(piece, body.length - from);
                    int passing = trap.passesToServer(count);
                    answer.write(body, from, from + passing);
                    if (passing < count) {
                        trap.strike();
                        answer.write(body, from + passing, from + count);
                    }
                }
                if (trap.stopsEnd()) {
                    trap.strike();
                }
            }
        };
    }
}
