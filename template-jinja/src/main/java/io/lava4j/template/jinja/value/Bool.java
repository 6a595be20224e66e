package io.lava4j.template.jinja.value;

import java.math.BigInteger;

/** True or False. */
public record Bool(boolean truth) implements Numeric {

    @Override
    public String type() {
        return "bool";
    }

    @Override
    public boolean isWhole() {
        return true;
    }

    @Override
    public BigInteger whole() {
        return truth ? BigInteger.ONE : BigInteger.ZERO;
    }

    @Override
    public double real() {
        return truth ? 1 : 0;
    }

    @Override
    public void represent(Output out) {
        out.append(truth ? "True" : "False");
    }
}
