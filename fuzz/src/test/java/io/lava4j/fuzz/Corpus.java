package io.lava4j.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** What Jazzer begins with: from nothing it would come to long cases late. Prints the kinds, for build/fuzz. */
final class Corpus {

    private static final int FILES = 64;
    private static final int MOST_BYTES = 400;

    private Corpus() {}

    /** Takes a folder and a seed. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Random random = new Random(Long.parseLong(arguments[1]));
        for (int file = 0; file < FILES; file++) {
            byte[] bytes = new byte[random.nextInt(MOST_BYTES)];
            random.nextBytes(bytes);
            Files.write(folder.resolve(String.valueOf(file)), bytes);
        }
        for (Kind kind : Kind.values()) {
            System.out.println(kind);
        }
    }
}
