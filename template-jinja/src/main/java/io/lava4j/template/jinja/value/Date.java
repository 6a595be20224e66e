package io.lava4j.template.jinja.value;

import java.time.LocalDate;

/** A date, of the years 1 to 9999. */
public record Date(LocalDate day) implements Value {

    public Date {
        checkYear(day.getYear());
    }

    static void checkYear(int year) {
        if (year < 1 || year > 9999) {
            throw new Fault("year " + year + " is out of range: expected 1 to 9999");
        }
    }

    @Override
    public String type() {
        return "datetime.date";
    }

    @Override
    public void print(Output out) {
        out.append(day.toString());
    }

    @Override
    public void represent(Output out) {
        out.append("datetime.date(" + day.getYear() + ", " + day.getMonthValue() + ", " + day.getDayOfMonth() + ")");
    }
}
