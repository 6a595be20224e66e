package io.lava4j.template.jinja.syntax;

import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Int;
import io.lava4j.template.jinja.value.Real;
import io.lava4j.template.jinja.value.Value;
import java.math.BigInteger;
import java.util.Locale;

/** Numbers as Jinja writes them. */
final class NumberLiteral {

    private static final int MOST_DIGITS = 1200;

    private NumberLiteral() {}

    static Value whole(Token token) {
        String digits = digits(token).toLowerCase(Locale.ROOT);
        int radix = digits.startsWith("0x") ? 16 : digits.startsWith("0o") ? 8 : digits.startsWith("0b") ? 2 : 10;
        try {
            return new Int(new BigInteger(radix == 10 ? digits : digits.substring(2), radix));
        } catch (NumberFormatException noNumber) {
            throw new Fault("'" + token.text() + "' is no number").at(token.place());
        } catch (Fault tooLong) {
            throw tooLong.at(token.place());
        }
    }

    static Value real(Token token) {
        return new Real(Double.parseDouble(digits(token)));
    }

    private static String digits(Token token) {
        if (token.text().length() > MOST_DIGITS) {
            throw Int.tooLong().at(token.place());
        }
        return token.text().replace("_", "");
    }
}
