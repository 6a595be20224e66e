package io.lava4j.template.jinja.value;

import java.math.BigInteger;

/** A whole number of up to {@link #MOST_BITS} bits. */
public record Int(BigInteger whole) implements Numeric {

    /** Enough for a thousand digits. */
    public static final int MOST_BITS = 3_400;

    public Int {
        if (whole.bitLength() > MOST_BITS) {
            throw tooLong();
        }
    }

    public static Int of(long value) {
        return new Int(BigInteger.valueOf(value));
    }

    public static Fault tooLong() {
        return new Fault("a whole number has more than a thousand digits");
    }

    @Override
    public String type() {
        return "int";
    }

    @Override
    public boolean truth() {
        return whole.signum() != 0;
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public double real() {
        return whole.doubleValue();
    }

    @Override
    public void represent(Output out) {
        out.append(whole.toString());
    }
}
