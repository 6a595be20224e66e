package io.lava4j.sandbox;

import java.security.SecureRandom;

/** Passwords, and names that no one else has. */
final class RandomText {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String ALL = LETTERS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private RandomText() {}

    static String password() {
        return of(ALL, 24);
    }

    static String name(String prefix) {
        return prefix + of(LETTERS, 10);
    }

    private static String of(String alphabet, int length) {
        return RANDOM.ints(length, 0, alphabet.length())
                .collect(StringBuilder::new, (text, i) -> text.append(alphabet.charAt(i)), StringBuilder::append)
                .toString();
    }
}
