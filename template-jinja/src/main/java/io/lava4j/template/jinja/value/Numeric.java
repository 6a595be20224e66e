package io.lava4j.template.jinja.value;

import java.math.BigInteger;

/** A number; a boolean is one, as in Python. */
public sealed interface Numeric extends Value permits Bool, Int, Real {

    boolean isWhole();

    /** Its value, cut to a whole number. */
    BigInteger whole();

    double real();
}
