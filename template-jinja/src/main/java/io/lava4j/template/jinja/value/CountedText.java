package io.lava4j.template.jinja.value;

/** A text that notices how often it is read: the only way to stop a matcher of Java's that has lost itself. */
public record CountedText(String text, Budget budget) implements CharSequence {

    @Override
    public char charAt(int index) {
        budget.look();
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
