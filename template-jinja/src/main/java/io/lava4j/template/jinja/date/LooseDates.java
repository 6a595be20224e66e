package io.lava4j.template.jinja.date;

import io.lava4j.template.jinja.value.DateTime;
import io.lava4j.template.jinja.value.Fault;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates in the forms people write, as dateutil's parse reads them: the month first where it is open, unless told otherwise. */
public final class LooseDates {

    private static final Pattern CLOCK = Pattern.compile(
            "(?<![\\d:])(\\d{1,2})(?::(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9}))?)?)?\\s*([ap]m)?"
                    + "\\s*(z\\b|utc\\b|gmt\\b|[-+]\\d\\d(?::?\\d\\d)?(?![\\d:]))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{8})(?:T?(\\d{2})(\\d{2})(\\d{2})?(?:\\.(\\d{1,6}))?)?(Z|[-+]\\d{2}:?\\d{2})?");
    private static final Pattern WORD =
            Pattern.compile("\\d+(?:st|nd|rd|th)?|[a-z]+|[^\\s\\da-z]", Pattern.CASE_INSENSITIVE);
    private static final int MOST_LENGTH = 100;

    private final String text;
    private final LocalDateTime otherwise;
    private final boolean dayFirst;
    private final boolean yearFirst;
    private final List<Integer> numbers = new ArrayList<>();
    private OptionalInt year = OptionalInt.empty();
    private OptionalInt month = OptionalInt.empty();
    private boolean weekday;

    private LooseDates(String text, LocalDateTime otherwise, boolean dayFirst, boolean yearFirst) {
        this.text = text.strip();
        this.otherwise = otherwise;
        this.dayFirst = dayFirst;
        this.yearFirst = yearFirst;
    }

    /**
     * Reads a date.
     *
     * @param text in any form
     * @param otherwise gives what the text does not
     * @param dayFirst whether 1/2/2020 is in February
     * @param yearFirst whether 20/1/2 is in 2020
     */
    public static DateTime parse(String text, LocalDateTime otherwise, boolean dayFirst, boolean yearFirst) {
        return new LooseDates(text, otherwise, dayFirst, yearFirst).parse();
    }

    private DateTime parse() {
        if (text.isEmpty() || text.length() > MOST_LENGTH) {
            throw fault();
        }
        try {
            Matcher compact = COMPACT.matcher(text);
            return compact.matches() ? compact(compact) : iso().orElseGet(this::written);
        } catch (DateTimeException impossible) {
            throw fault();
        }
    }

    private DateTime compact(Matcher compact) {
        String day = compact.group(1).replaceFirst("(....)(..)(..)", "$1-$2-$3");
        return new DateTime(LocalDate.parse(day).atTime(clock(compact, 2)), IsoDates.zone(compact.group(6)));
    }

    private Optional<DateTime> iso() {
        return text.matches("\\d{4}-\\d\\d-\\d\\d([ T].*)?") ? IsoDates.find(text) : Optional.empty();
    }

    private DateTime written() {
        Matcher clock = CLOCK.matcher(text);
        LocalTime time = otherwise.toLocalTime();
        Optional<ZoneId> zone = Optional.empty();
        String rest = text;
        while (clock.find()) {
            if (clock.group(2) != null || clock.group(5) != null) {
                time = clock(clock, 1);
                zone = zone(clock.group(6));
                rest = text.substring(0, clock.start()) + " " + text.substring(clock.end());
                break;
            }
        }
        Matcher word = WORD.matcher(rest);
        while (word.find()) {
            word(word.group().toLowerCase(Locale.ROOT));
        }
        return new DateTime(day().atTime(time), zone);
    }

    private static LocalTime clock(Matcher form, int first) {
        String fraction = group(form, first + 3, "0");
        int hour = Integer.parseInt(group(form, first, "0"));
        String half = first == 1 ? group(form, 5, "") : "";
        if (!half.isEmpty()) {
            hour = hour % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0);
        }
        return LocalTime.of(
                hour,
                Integer.parseInt(group(form, first + 1, "0")),
                Integer.parseInt(group(form, first + 2, "0")),
                Integer.parseInt(fraction + "0".repeat(9 - fraction.length())));
    }

    private static String group(Matcher form, int number, String otherwise) {
        return Optional.ofNullable(form.group(number)).orElse(otherwise);
    }

    private static Optional<ZoneId> zone(String name) {
        return name != null && Character.isLetter(name.charAt(0)) ? Optional.of(ZoneOffset.UTC) : IsoDates.zone(name);
    }

    private void word(String word) {
        if (Character.isDigit(word.charAt(0))) {
            number(word.replaceFirst("\\D+", ""));
        } else if (word.length() >= 3 && month(word).isPresent()) {
            month = month(word);
        } else if (word.length() >= 3 && isWeekday(word)) {
            weekday = true;
        } else if (!List.of("/", "-", ".", ",", "t", "at", "on", "and", "of").contains(word)) {
            throw fault();
        }
    }

    private void number(String digits) {
        if (digits.length() > 4 || digits.length() == 3) {
            throw fault();
        }
        int number = Integer.parseInt(digits);
        if (year.isEmpty() && (digits.length() == 4 || number > 31)) {
            year = OptionalInt.of(digits.length() == 4 ? number : century(number));
            if (numbers.isEmpty() && month.isEmpty()) {
                numbers.add(-1);
            }
        } else {
            numbers.add(number);
        }
    }

    private LocalDate day() {
        boolean first = numbers.remove(Integer.valueOf(-1));
        if (year.isEmpty() && numbers.size() == (month.isPresent() ? 2 : 3)) {
            boolean leads = yearFirst || month.isEmpty() && numbers.get(0) > 31;
            year = OptionalInt.of(century(numbers.remove(leads ? 0 : numbers.size() - 1)));
            first = leads;
        }
        if (month.isEmpty() && numbers.size() == 2) {
            boolean swapped = numbers.get(0) > 12 || dayFirst && !first && numbers.get(1) <= 12;
            month = OptionalInt.of(numbers.remove(swapped ? 1 : 0));
        } else if (month.isEmpty() && numbers.size() == 1 && year.isPresent()) {
            month = OptionalInt.of(numbers.remove(0));
        }
        if (numbers.size() > 1 || weekday && numbers.isEmpty()) {
            throw fault();
        }
        LocalDate start = LocalDate.of(year.orElse(otherwise.getYear()), month.orElse(otherwise.getMonthValue()), 1);
        int day = numbers.isEmpty() ? Math.min(otherwise.getDayOfMonth(), start.lengthOfMonth()) : numbers.get(0);
        return LocalDate.of(start.getYear(), start.getMonthValue(), day);
    }

    private int century(int number) {
        int guess = otherwise.getYear() / 100 * 100 + number;
        return guess >= otherwise.getYear() + 50 ? guess - 100 : guess < otherwise.getYear() - 50 ? guess + 100 : guess;
    }

    private static OptionalInt month(String word) {
        return Arrays.stream(Month.values())
                .filter(month -> month.name().startsWith(word.toUpperCase(Locale.ROOT)))
                .mapToInt(Month::getValue)
                .findFirst();
    }

    private static boolean isWeekday(String word) {
        return Arrays.stream(DayOfWeek.values()).anyMatch(day -> day.name().startsWith(word.toUpperCase(Locale.ROOT)));
    }

    private Fault fault() {
        return new Fault("'" + text + "' is in no known form of a date");
    }
}
