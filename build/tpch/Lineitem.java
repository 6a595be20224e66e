import io.trino.tpch.LineItem;
import io.trino.tpch.LineItemGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes TPC-H's lineitem as text, one row a line, {@code |} after every field but the last: SCALE FILE. */
final class Lineitem {

    private Lineitem() {}

    public static void main(String[] arguments) throws IOException {
        double scale = Double.parseDouble(arguments[0]);
        try (BufferedWriter file = Files.newBufferedWriter(Path.of(arguments[1]), StandardCharsets.US_ASCII)) {
            for (LineItem item : new LineItemGenerator(scale, 1, 1)) {
                String line = item.toLine();
                file.write(line, 0, line.length() - (line.endsWith("|") ? 1 : 0));
                file.write('\n');
            }
        }
    }
}
