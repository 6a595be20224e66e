package io.lava4j.core.spi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value kinds of a spec that are more than JSON's own. A value that is none of its kind gives empty. */
final class Values {

    private static final Set<String> TRUE =
            Set.of("true", "True", "TRUE", "t", "T", "yes", "Yes", "YES", "y", "Y", "1");
    private static final Set<String> FALSE =
            Set.of("false", "False", "FALSE", "f", "F", "no", "No", "NO", "n", "N", "0");

    private static final Pattern QUANTITY = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) *([A-Za-z]*)");

    private static final Map<String, Long> SIZES = Map.of(
            "B",
            1L,
            "K",
            1_000L,
            "KB",
            1_000L,
            "M",
            1_000_000L,
            "MB",
            1_000_000L,
            "G",
            1_000_000_000L,
            "GB",
            1_000_000_000L,
            "T",
            1_000_000_000_000L,
            "TB",
            1_000_000_000_000L);
    private static final Map<String, Long> BINARY_SIZES =
            Map.of("KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30, "TiB", 1L << 40);
    private static final Map<String, Long> DURATIONS =
            Map.of("s", 1L, "m", 60L, "h", 3_600L, "d", 86_400L, "w", 604_800L);

    private Values() {}

    static Optional<Boolean> flag(Object value) {
        if (value instanceof Boolean flag) {
            return Optional.of(flag);
        }
        if (value instanceof String text && (TRUE.contains(text) || FALSE.contains(text))) {
            return Optional.of(TRUE.contains(text));
        }
        return Optional.empty();
    }

    static Optional<Integer> port(Object value) {
        return integer(value, "[0-9]{1,9}")
                .filter(number -> number >= 1 && number <= 65_535)
                .map(Long::intValue);
    }

    static Optional<Long> size(Object value) {
        Optional<Long> bytes = integer(value, "[0-9]{1,18}").filter(number -> number >= 0);
        return bytes.isPresent() ? bytes : quantity(value, Values::sizeUnit).flatMap(Values::whole);
    }

    static Optional<Duration> duration(Object value) {
        Optional<BigDecimal> seconds = value instanceof Number number
                ? Optional.of(decimal(number)).filter(amount -> amount.signum() >= 0)
                : quantity(value, unit -> unit.isEmpty() ? Optional.of(1L) : Optional.ofNullable(DURATIONS.get(unit)));
        return seconds.flatMap(amount -> whole(amount.movePointRight(3))).map(Duration::ofMillis);
    }

    /** A whole number, given as such, as a decimal without fraction, or as digits. */
    static Optional<Long> integer(Object value, String digits) {
        if (value instanceof Number number) {
            BigDecimal amount = decimal(number);
            return amount.stripTrailingZeros().scale() <= 0 ? whole(amount) : Optional.empty();
        }
        return value instanceof String text && text.matches(digits)
                ? Optional.of(Long.parseLong(text))
                : Optional.empty();
    }

    private static Optional<Long> sizeUnit(String unit) {
        Long binary = BINARY_SIZES.get(unit);
        return Optional.ofNullable(binary != null ? binary : SIZES.get(unit));
    }

    private static Optional<BigDecimal> quantity(
            Object value, java.util.function.Function<String, Optional<Long>> unit) {
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        Matcher matcher = QUANTITY.matcher(text);
        return matcher.matches()
                ? unit.apply(matcher.group(2))
                        .map(factor -> new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(factor)))
                : Optional.empty();
    }

    private static Optional<Long> whole(BigDecimal amount) {
        BigDecimal rounded = amount.setScale(0, RoundingMode.HALF_UP);
        return rounded.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                        && rounded.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
                ? Optional.of(rounded.longValueExact())
                : Optional.empty();
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }
}
