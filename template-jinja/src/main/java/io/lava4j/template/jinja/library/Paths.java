package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.value.Arguments;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Function;
import io.lava4j.template.jinja.value.Namespace;
import io.lava4j.template.jinja.value.Output;
import io.lava4j.template.jinja.value.Str;
import io.lava4j.template.jinja.value.Tuple;
import io.lava4j.template.jinja.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code utils.path}: Python's posixpath, as far as it looks at names alone. */
final class Paths {

    static final Namespace MODULE = new Namespace(
            "module 'path'",
            Map.of(
                    "basename", Function.of("basename", "p", args -> new Str(base(args.text("p")))),
                    "dirname", Function.of("dirname", "p", args -> new Str(directory(args.text("p")))),
                    "split",
                            Function.of(
                                    "split",
                                    "p",
                                    args -> Tuple.of(
                                            new Str(directory(args.text("p"))), new Str(base(args.text("p"))))),
                    "splitext", Function.of("splitext", "p", args -> extension(args.text("p"))),
                    "join", Function.of("join", "a, *", Paths::join)));

    private Paths() {}

    private static String base(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Its slashes at the end go, unless there is nothing else. */
    private static String directory(String path) {
        String head = path.substring(0, path.lastIndexOf('/') + 1);
        String plain = Spaces.stripEnd(head, point -> point == '/');
        return plain.isEmpty() ? head : plain;
    }

    private static Value extension(String path) {
        String base = base(path);
        String undotted = Spaces.stripStart(base, point -> point == '.');
        int dot = undotted.lastIndexOf('.');
        int at = dot < 0 ? path.length() : path.length() - undotted.length() + dot;
        return Tuple.of(new Str(path.substring(0, at)), new Str(path.substring(at)));
    }

    private static Value join(Arguments args) {
        List<String> parts = new ArrayList<>(List.of(args.text("a")));
        for (Value next : args.rest()) {
            if (!(next instanceof Str part)) {
                throw new Fault("join() expected strings, found " + next.type());
            }
            if (part.text().startsWith("/")) {
                parts.clear();
            }
            parts.add(part.text());
        }
        Output joined = new Output(args.budget());
        boolean closed = true;
        for (String part : parts) {
            joined.append(closed ? "" : "/").append(part);
            closed = part.isEmpty() || part.endsWith("/");
        }
        return joined.value();
    }
}
