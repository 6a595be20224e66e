package io.lava4j.connector.mysql.stream;

import java.util.ArrayList;
import java.util.List;

/**
 * A whole file parsed in one go, by the rules of the servers' readers and without a thought of speed or of pieces: what the
 * scanner is compared with.
 */
final class WholeFile {

    private final byte[] data;
    private final RowFormat format;
    private int at;

    private WholeFile(byte[] data, RowFormat format) {
        this.data = data;
        this.format = format;
    }

    /** The header's end, and that of each row. */
    static List<Integer> ends(byte[] data, RowFormat format) {
        WholeFile file = new WholeFile(data, format);
        for (int line = 0; line < format.headerLines(); line++) {
            file.restOfLine();
        }
        List<Integer> ends = new ArrayList<>(List.of(file.at));
        while (file.at < data.length) {
            file.row();
            ends.add(file.at);
        }
        return ends;
    }

    private void row() {
        for (int field = 0; field < format.fields(); field++) {
            if (field()) {
                return;
            }
        }
        restOfLine();
    }

    /** Tells whether the row ends with it. */
    private boolean field() {
        boolean quoted = skips(format.quote());
        while (at < data.length) {
            if (isEscape()) {
                escaped();
            } else if (!quoted || is(at, format.quote())) {
                int end = quoted ? at + 1 : at;
                if (quoted && is(at + 1, format.quote())) {
                    at += 2;
                } else if (is(end, format.terminator())) {
                    at = end + format.terminator().length;
                    return true;
                } else if (is(end, format.delimiter())) {
                    at = end + format.delimiter().length;
                    return false;
                } else {
                    at += quoted ? 1 : character();
                }
            } else {
                at += character();
            }
        }
        return true;
    }

    private void restOfLine() {
        while (at < data.length) {
            int length = format.characters().assumedLength(byteAt(at), byteAt(at + 1));
            boolean wide = length > 1;
            if (wide && format.reader() == ServerReader.MARIADB) {
                at = Math.min(data.length, at + length);
                continue;
            }
            at = Math.min(data.length, at + length - 1);
            if (is(at, format.escape())) {
                at = Math.min(data.length, at + (wide ? 1 : 2));
            } else if (is(at, format.terminator())) {
                at += format.terminator().length;
                return;
            } else if (at < data.length) {
                at++;
            }
        }
    }

    private boolean isEscape() {
        return is(at, format.escape()) && (format.escape() != format.quote() || is(at + 1, format.escape()));
    }

    private void escaped() {
        at++;
        if (format.reader() == ServerReader.MARIADB) {
            at = Math.min(data.length, at + 1);
        } else if (is(at + 1, format.escape()) && format.characters().assumedLength(byteAt(at), byteAt(at + 1)) == 2) {
            boolean control = "btnrZ".indexOf(byteAt(at + 2)) >= 0;
            boolean pair = !control && format.characters().isPair(byteAt(at), byteAt(at + 2));
            at = Math.min(data.length, at + (pair ? 3 : 2));
        } else {
            at = Math.min(data.length, at + character());
        }
    }

    private int character() {
        Lookahead rest = new Lookahead(1);
        rest.append(data, at, data.length - at);
        return Math.max(1, format.characters().length(rest));
    }

    private boolean skips(int single) {
        boolean there = is(at, single);
        at += there ? 1 : 0;
        return there;
    }

    private boolean is(int offset, int single) {
        return single >= 0 && byteAt(offset) == single;
    }

    private boolean is(int offset, byte[] separator) {
        for (int i = 0; i < separator.length; i++) {
            if (byteAt(offset + i) != (separator[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    private int byteAt(int offset) {
        return offset < data.length ? data[offset] & 0xff : -1;
    }
}
