package io.lava4j.connector.mysql.aurora;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A job and its data, whichever way that goes. */
final class PathCase {

    final String name;
    final Map<String, byte[]> objects = new LinkedHashMap<>();
    final Map<String, Object> parameters = new LinkedHashMap<>();
    final List<String> args = new ArrayList<>();
    String table = "CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(20))";
    Optional<String> error = Optional.empty();
    int rows;
    Charset charset = StandardCharsets.UTF_8;

    private PathCase(String name) {
        this.name = name;
    }

    /** A case of two columns, a number and a name. */
    static PathCase of(String name) {
        return new PathCase(name);
    }

    PathCase table(String columns) {
        table = "CREATE TABLE t (" + columns + ")";
        return this;
    }

    PathCase args(String... more) {
        args.addAll(List.of(more));
        return this;
    }

    PathCase encoding(String charsetName, String encoding) {
        charset = Charset.forName(charsetName);
        return args("ENCODING " + encoding);
    }

    PathCase with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** The objects data/0, data/1 and so on. */
    PathCase data(String... contents) {
        for (String content : contents) {
            object("data/" + objects.size(), content.getBytes(charset));
        }
        return this;
    }

    PathCase object(String key, byte[] content) {
        objects.put(key, content);
        return this;
    }

    /** It loads, and so many rows are in the table. */
    PathCase loads(int expected) {
        rows = expected;
        return this;
    }

    /** It fails, with these words among others, and leaves the table as it was. */
    PathCase fails(String words) {
        error = Optional.of(words);
        return this;
    }

    @Override
    public String toString() {
        return name;
    }
}
