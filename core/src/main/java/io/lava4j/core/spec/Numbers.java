package io.lava4j.core.spec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** One form for the numbers of specs, parameters and secrets, whoever parsed them. */
public final class Numbers {

    static final int MOST_DIGITS = 100;

    private Numbers() {}

    /**
     * The same number as a Long, a BigInteger, or with a fraction a BigDecimal. Not a Double: the validator cannot compare
     * those beyond 64 bits.
     *
     * @param number any number
     * @return empty when it is not finite, or its plain notation has more than 100 digits before or after the point
     */
    public static Optional<Number> plain(Number number) {
        try {
            return bounded(new BigDecimal(number.toString()));
        } catch (NumberFormatException notFinite) {
            return Optional.empty();
        }
    }

    private static Optional<Number> bounded(BigDecimal number) {
        BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if ((long) shortest.precision() - shortest.scale() > MOST_DIGITS || shortest.scale() > MOST_DIGITS) {
            return Optional.empty();
        }
        return Optional.of(shortest.scale() > 0 ? shortest : whole(shortest.toBigIntegerExact()));
    }

    private static Number whole(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Number) number.longValueExact() : number;
    }
}
