package io.lava4j.core.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of value in a spec. A value that is none of its kind gives empty. */
public final class Values {

    private static final Set<String> TRUE =
            Set.of("true", "True", "TRUE", "t", "T", "yes", "Yes", "YES", "y", "Y", "1");
    private static final Set<String> FALSE =
            Set.of("false", "False", "FALSE", "f", "F", "no", "No", "NO", "n", "N", "0");

    /** As in core's values.json. The bounds keep every product within a long; seven digits and more are not for G and T. */
    private static final Pattern SIZE =
            Pattern.compile("((?:[0-9]{1,6}|[0-9]{7,12}(?=[0-9.]* *[BKM]))(?:\\.[0-9]{1,12})?) *([BKMGT][A-Za-z]*)");

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(?: *([smhdw]))?");
    private static final BigDecimal LONGEST = BigDecimal.valueOf(1_000_000_000);
    private static final int MOST_DIGITS = 18;

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

    /** A text. */
    public static Optional<String> text(Object value) {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** A list of texts. */
    public static Optional<List<String>> texts(Object value) {
        return value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
                ? Optional.of(list.stream().map(String.class::cast).toList())
                : Optional.empty();
    }

    /** An object's fields. */
    public static Optional<Map<String, Object>> object(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, entry) -> copy.put(String.valueOf(key), entry));
        return Optional.of(copy);
    }

    /** A file's path, in a directory when it is relative. */
    public static Optional<Path> path(Object value, Path directory) {
        try {
            return text(value).map(directory::resolve);
        } catch (InvalidPathException notOfThisSystem) {
            return Optional.empty();
        }
    }

    /** A boolean, also as one of the words that stand for one. */
    public static Optional<Boolean> flag(Object value) {
        if (value instanceof Boolean flag) {
            return Optional.of(flag);
        }
        if (value instanceof String text && (TRUE.contains(text) || FALSE.contains(text))) {
            return Optional.of(TRUE.contains(text));
        }
        return Optional.empty();
    }

    /** A port, also as digits. */
    public static Optional<Integer> port(Object value) {
        return integer(value, "0*[0-9]{1,5}")
                .filter(number -> number >= 1 && number <= 65_535)
                .map(Long::intValue);
    }

    /** A whole number that is not negative, also as digits. */
    public static Optional<Long> number(Object value) {
        return integer(value, "[0-9]{1,18}").filter(number -> number >= 0);
    }

    /** Bytes, of a number or a number with a unit. */
    public static Optional<Long> size(Object value) {
        return number(value).or(() -> quantity(value, SIZE, Values::sizeUnit).map(Values::rounded));
    }

    /** A time, of seconds or a number with a unit. */
    public static Optional<Duration> duration(Object value) {
        Optional<BigDecimal> seconds = value instanceof Number number
                ? decimal(number).filter(amount -> amount.signum() >= 0 && amount.compareTo(LONGEST) < 0)
                : quantity(value, DURATION, unit -> Optional.ofNullable(unit.isEmpty() ? 1L : DURATIONS.get(unit)));
        return seconds.map(amount -> Duration.ofMillis(rounded(amount.movePointRight(3))));
    }

    /** A whole number, given as such, as a decimal without fraction, or as digits. */
    private static Optional<Long> integer(Object value, String digits) {
        if (value instanceof Number number) {
            return decimal(number)
                    .filter(amount -> amount.stripTrailingZeros().scale() <= 0)
                    .map(BigDecimal::longValueExact);
        }
        return value instanceof String text && text.matches(digits)
                ? Optional.of(Long.parseLong(text))
                : Optional.empty();
    }

    private static Optional<Long> sizeUnit(String unit) {
        Long binary = BINARY_SIZES.get(unit);
        return Optional.ofNullable(binary != null ? binary : SIZES.get(unit));
    }

    private static Optional<BigDecimal> quantity(Object value, Pattern pattern, Function<String, Optional<Long>> unit) {
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(text);
        return matcher.matches()
                ? unit.apply(Objects.requireNonNullElse(matcher.group(2), ""))
                        .map(factor -> new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(factor)))
                : Optional.empty();
    }

    private static long rounded(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** Empty for what is not finite, or out of all bounds: arithmetic on it would take for ever. */
    private static Optional<BigDecimal> decimal(Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(number.toString());
        boolean bounded = (long) amount.precision() - amount.scale() <= MOST_DIGITS && amount.scale() <= 100;
        return bounded ? Optional.of(amount) : Optional.empty();
    }
}
