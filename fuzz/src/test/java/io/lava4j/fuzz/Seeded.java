package io.lava4j.fuzz;

import java.util.OptionalLong;

/** Cases out of a seed, the same ones each time; {@code make fuzz} has more of them, and another seed if asked. */
public final class Seeded {

    private static final long SEED = Long.getLong("lava4j.fuzz.seed", 1);
    private static final int TIMES = Integer.getInteger("lava4j.fuzz.times", 1);
    private static final long APART = 1_000_003;

    private Seeded() {}

    /** How many cases to try where {@code make test} tries some. */
    public static int cases(int some) {
        return some * TIMES;
    }

    /** What the case of a number is made of. */
    public static Choices choices(int number) {
        return new RandomChoices(SEED * APART + number);
    }

    /** Tries a property. */
    public static void tryOut(String kind, Property property, int some) {
        for (int number = 0; number < cases(some); number++) {
            try {
                property.holds(choices(number));
            } catch (Exception | AssertionError | StackOverflowError broken) {
                throw new AssertionError(
                        kind + ", seed " + SEED + ", case " + number + ": does not hold: " + broken, broken);
            }
        }
        tell(kind, cases(some), property);
    }

    /** Tells how many cases of a property there were, and how many were checked and not refused. */
    static void tell(String kind, long cases, Property property) {
        OptionalLong checked = property.checked();
        if (checked.isPresent()) {
            System.out.printf("fuzz: %-15s %,9d cases, of them checked: %,d%n", kind, cases, checked.getAsLong());
        } else {
            tell(kind, cases);
        }
    }

    /** Tells how many cases there were. */
    public static void tell(String kind, long cases) {
        System.out.printf("fuzz: %-15s %,9d cases%n", kind, cases);
    }
}
