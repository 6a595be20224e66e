package io.lava4j.jobs.dbfroms3;

/** A text that can be looked at only so often: there are regular expressions that would look for years. */
final class Effort implements CharSequence {

    private static final int MOST_LOOKS = 5_000_000;

    private final String text;
    private int looks;

    Effort(String text) {
        this.text = text;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++looks > MOST_LOOKS) {
            throw new Spent();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** It was looked at too often. */
    static final class Spent extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
