package io.lava4j.template.jinja.value;

import java.util.List;

/** A text that grows within its budget. */
public final class Output {

    private final Budget budget;
    private final StringBuilder text = new StringBuilder();

    public Output(Budget budget) {
        this.budget = budget;
    }

    public static String of(Value value, Budget budget) {
        if (value instanceof Str string) {
            return string.text();
        }
        Output out = new Output(budget);
        value.print(out);
        return out.toString();
    }

    public static String representation(Value value, Budget budget) {
        Output out = new Output(budget);
        value.represent(out);
        return out.toString();
    }

    public Output append(CharSequence more) {
        long length = (long) text.length() + more.length();
        if (length > Budget.MOST_TEXT) {
            budget.text(length);
        }
        budget.text(more.length());
        text.append(more);
        return this;
    }

    public Output repeat(String part, long times) {
        if (times > 0 && !part.isEmpty()) {
            long length = Math.multiplyExact(times, (long) part.length());
            budget.text(text.length() + length);
            text.append(part.repeat((int) times));
        }
        return this;
    }

    void all(String open, List<Value> items, String close) {
        enter();
        append(open);
        String separator = "";
        for (Value item : items) {
            append(separator);
            item.represent(this);
            separator = ", ";
        }
        append(close);
        leave();
    }

    void enter() {
        budget.step();
        budget.enter();
    }

    void leave() {
        budget.leave();
    }

    public Str value() {
        return new Str(toString());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
