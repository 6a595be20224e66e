package io.lava4j.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;

/** Where Jazzer comes in: one kind a process. */
public final class JazzerTarget {

    private static Kind kind;
    private static long cases;

    private JazzerTarget() {}

    /** Takes the name of the kind. */
    public static void fuzzerInitialize(String[] arguments) {
        kind = Kind.named(arguments[0]);
    }

    /** Tries one case. */
    public static void fuzzerTestOneInput(FuzzedDataProvider data) throws Exception {
        cases++;
        kind.property.holds(new Bytes(data));
    }

    /** Tells how many there were. */
    public static void fuzzerTearDown() {
        Seeded.tell(kind.toString(), cases, kind.property);
    }

    private record Bytes(FuzzedDataProvider data) implements Choices {

        @Override
        public int number(int least, int most) {
            return data.consumeInt(least, most);
        }

        @Override
        public String anything(int most) {
            return data.consumeString(most);
        }
    }
}
