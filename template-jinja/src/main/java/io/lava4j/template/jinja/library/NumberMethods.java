package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.value.Bool;
import io.lava4j.template.jinja.value.Int;
import io.lava4j.template.jinja.value.Numeric;

/** Methods of numbers. */
final class NumberMethods {

    static final Table<Numeric> TABLE = new Table<Numeric>()
            .method("bit_length", "", (self, args) -> Int.of(self.whole().abs().bitLength()))
            .method(
                    "is_integer",
                    "",
                    (self, args) -> new Bool(self.isWhole() || self.real() == Math.rint(self.real())));

    private NumberMethods() {}
}
