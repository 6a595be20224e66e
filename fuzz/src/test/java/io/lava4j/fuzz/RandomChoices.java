package io.lava4j.fuzz;

import java.util.Random;

/** Choices that are the same ones for the same seed. */
final class RandomChoices implements Choices {

    private static final int[] ENDS = {0x80, 0x100, 0x3000, Character.MAX_CODE_POINT + 1};

    private final Random random;

    RandomChoices(long seed) {
        random = new Random(seed);
    }

    @Override
    public int number(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    @Override
    public String anything(int most) {
        StringBuilder text = new StringBuilder();
        int length = number(0, most);
        while (text.length() < length) {
            text.appendCodePoint(random.nextInt(ENDS[random.nextInt(ENDS.length)]));
        }
        return text.toString();
    }
}
