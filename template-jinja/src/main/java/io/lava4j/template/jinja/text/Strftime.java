package io.lava4j.template.jinja.text;

import io.lava4j.template.jinja.value.Budget;
import io.lava4j.template.jinja.value.Date;
import io.lava4j.template.jinja.value.DateTime;
import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Output;
import io.lava4j.template.jinja.value.Time;
import io.lava4j.template.jinja.value.Value;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;

/** Python's strftime, with the C library's {@code %-d} and {@code %_d} besides. */
public final class Strftime {

    private final DateTime moment;
    private final LocalDateTime at;

    private Strftime(DateTime moment) {
        this.moment = moment;
        this.at = moment.local();
    }

    public static String format(Value value, String format, Budget budget) {
        return new Strftime(moment(value)).format(format, budget);
    }

    private static DateTime moment(Value value) {
        if (value instanceof DateTime moment) {
            return moment;
        }
        LocalDate day = value instanceof Date date ? date.day() : LocalDate.of(1900, 1, 1);
        LocalTime clock = value instanceof Time time ? time.clock() : LocalTime.MIDNIGHT;
        return new DateTime(day.atTime(clock), Optional.empty());
    }

    private String format(String format, Budget budget) {
        Output out = new Output(budget);
        int at = 0;
        while (at < format.length()) {
            int percent = format.indexOf('%', at);
            if (percent < 0) {
                return out.append(format.substring(at)).toString();
            }
            out.append(format.substring(at, percent));
            int letter = percent + 1;
            while (letter < format.length() && "-_0^".indexOf(format.charAt(letter)) >= 0) {
                letter++;
            }
            if (letter == format.length()) {
                throw new Fault("'" + format + "' ends in an unfinished date directive");
            }
            out.append(flagged(format.substring(percent + 1, letter), field(format.charAt(letter))));
            at = letter + 1;
        }
        return out.toString();
    }

    private static String flagged(String flags, String field) {
        String digits = field.replaceFirst("^[0 ]+(?=\\d)", "");
        if (flags.contains("-")) {
            return digits;
        }
        if (flags.contains("_")) {
            return " ".repeat(field.length() - digits.length()) + digits;
        }
        return flags.contains("^") ? field.toUpperCase(Locale.ROOT) : field;
    }

    private String field(char letter) {
        return switch (letter) {
            case 'Y' -> String.valueOf(at.getYear());
            case 'm' -> two(at.getMonthValue());
            case 'd' -> two(at.getDayOfMonth());
            case 'H' -> two(at.getHour());
            case 'I' -> two(hourOfTwelve());
            case 'M' -> two(at.getMinute());
            case 'S' -> two(at.getSecond());
            case 'f' -> String.format("%06d", at.getNano() / 1000);
            case 'j' -> String.format("%03d", at.getDayOfYear());
            case 'y' -> two(at.getYear() % 100);
            case 'C' -> two(at.getYear() / 100);
            case 'e' -> String.format("%2d", at.getDayOfMonth());
            case 'k' -> String.format("%2d", at.getHour());
            case 'l' -> String.format("%2d", hourOfTwelve());
            default -> named(letter);
        };
    }

    private String named(char letter) {
        return switch (letter) {
            case 'b', 'h' -> at.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'B' -> at.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'a' -> at.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'A' -> at.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'p' -> at.getHour() < 12 ? "AM" : "PM";
            case 'P' -> at.getHour() < 12 ? "am" : "pm";
            case 'z' -> moment.offset("");
            case 'Z' -> zoneName();
            case 's' -> String.valueOf(moment.instant().getEpochSecond());
            case '%' -> "%";
            case 'n' -> "\n";
            case 't' -> "\t";
            default -> week(letter);
        };
    }

    private String week(char letter) {
        return switch (letter) {
            case 'u' -> String.valueOf(at.getDayOfWeek().getValue());
            case 'w' -> String.valueOf(at.getDayOfWeek().getValue() % 7);
            case 'U' -> two((at.getDayOfYear() + 6 - at.getDayOfWeek().getValue() % 7) / 7);
            case 'W' -> two((at.getDayOfYear() + 6 - (at.getDayOfWeek().getValue() - 1)) / 7);
            case 'V' -> two(at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case 'G' -> String.valueOf(at.get(IsoFields.WEEK_BASED_YEAR));
            case 'g' -> two(at.get(IsoFields.WEEK_BASED_YEAR) % 100);
            default -> composed(letter);
        };
    }

    private String composed(char letter) {
        return switch (letter) {
            case 'D', 'x' -> fields("m/d/y");
            case 'F' -> fields("Y-m-d");
            case 'T', 'X' -> fields("H:M:S");
            case 'R' -> fields("H:M");
            case 'r' -> fields("I:M:S p");
            case 'c' -> fields("a b e H:M:S Y");
            default -> throw new Fault("'%" + letter + "' is no date directive");
        };
    }

    private String fields(String letters) {
        StringBuilder fields = new StringBuilder();
        letters.chars()
                .forEach(letter -> fields.append(
                        Character.isLetter(letter) ? field((char) letter) : String.valueOf((char) letter)));
        return fields.toString();
    }

    private int hourOfTwelve() {
        return at.getHour() % 12 == 0 ? 12 : at.getHour() % 12;
    }

    private String zoneName() {
        return moment.zoned().map(Strftime::zoneName).orElse("");
    }

    private static String zoneName(ZonedDateTime there) {
        if (there.getZone() instanceof ZoneOffset offset) {
            return "UTC" + (offset.getTotalSeconds() == 0 ? "" : offset.getId());
        }
        return there.format(DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH));
    }

    private static String two(int number) {
        return String.format("%02d", number);
    }
}
