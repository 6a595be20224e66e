package io.lava4j.connector.mysql.stream;

/**
 * Counts the rows in bytes that pass by, by the rules of the server's own reader (READ_INFO in its sources), so that rows
 * the server lost can be noticed and an open quote be told from data.
 */
final class RowScanner {

    /** Letters that stand for a control character behind an escape, which is never part of a longer one. */
    private static final String CONTROLS = "btnrZ";

    private final RowFormat format;
    private final Lookahead bytes;
    private final boolean[] plain;
    private State state;
    private int headersLeft;
    private int field;
    private long rows;
    private long quoteOpenedInRow;
    private long rowsEnded;
    private long rowEnd;
    private long headerEnd;

    RowScanner(RowFormat format) {
        this.format = format;
        this.bytes = new Lookahead(format.lookahead());
        this.plain = format.plainBytes();
        this.headersLeft = format.headerLines();
        this.state = headersLeft > 0 ? State.HEADER : State.FIELD_START;
    }

    void feed(byte[] buffer, int from, int length) {
        bytes.append(buffer, from, length);
        while (bytes.canDecide()) {
            step();
        }
    }

    void finish() {
        bytes.end();
        while (bytes.canDecide()) {
            step();
        }
    }

    /** Rows so far, headers left out, the one at hand included. */
    long rows() {
        return rows;
    }

    /** Where the last row ends that is known to have ended: so many bytes come before what follows it. */
    long rowEnd() {
        return rowEnd;
    }

    /** Rows up to there. */
    long rowsEnded() {
        return rowsEnded;
    }

    boolean isInHeader() {
        return state == State.HEADER;
    }

    /** Where the header ends. */
    long headerEnd() {
        return headerEnd;
    }

    /** Bytes that have been decided on. */
    long passed() {
        return bytes.passed();
    }

    boolean isInQuotes() {
        return state == State.QUOTED;
    }

    /** Whether a row has begun and not ended. */
    boolean isInRow() {
        return state != State.HEADER && (state != State.FIELD_START || field > 0);
    }

    /** The row whose quote is open, from 1, headers left out. */
    long quoteOpenedInRow() {
        return quoteOpenedInRow;
    }

    private void step() {
        if (state != State.FIELD_START && bytes.skipAll(plain)) {
            return;
        }
        switch (state) {
            case HEADER, REST_OF_LINE -> skip();
            case FIELD_START -> begin();
            case PLAIN -> plain();
            case QUOTED -> quoted();
        }
    }

    /** Header lines, and what follows the last field of a row: quotes mean nothing here. */
    private void skip() {
        int length = format.characters().assumedLength(bytes.at(0), bytes.at(1));
        if (length > 1) {
            skipCharacter(length);
        } else if (bytes.at(0) == format.escape()) {
            bytes.skip(2);
        } else {
            skipByteOrTerminator();
        }
    }

    /** MySQL takes the last byte of a character for a terminator when it looks like one, though not for an escape. */
    private void skipCharacter(int length) {
        if (format.reader() == ServerReader.MARIADB) {
            bytes.skip(length);
            return;
        }
        bytes.skip(length - 1);
        if (bytes.at(0) == format.escape()) {
            bytes.skip(1);
        } else {
            skipByteOrTerminator();
        }
    }

    private void skipByteOrTerminator() {
        if (bytes.startWith(format.terminator())) {
            bytes.skip(format.terminator().length);
            endLine();
        } else {
            bytes.skip(1);
        }
    }

    private void endLine() {
        if (state == State.HEADER) {
            headersLeft--;
            headerEnd = bytes.passed();
        }
        state = headersLeft > 0 ? State.HEADER : State.FIELD_START;
        field = 0;
        rowEnd = bytes.passed();
        rowsEnded = rows;
    }

    private void begin() {
        if (field == 0) {
            rows++;
        }
        if (bytes.at(0) == format.quote()) {
            bytes.skip(1);
            state = State.QUOTED;
            quoteOpenedInRow = rows;
        } else {
            state = State.PLAIN;
        }
    }

    private void plain() {
        if (isEscape()) {
            skipEscaped();
        } else if (!endsFieldAt(0)) {
            bytes.skip(characterLength());
        }
    }

    private void quoted() {
        if (isEscape()) {
            skipEscaped();
        } else if (bytes.at(0) != format.quote()) {
            bytes.skip(characterLength());
        } else if (bytes.at(1) == format.quote()) {
            bytes.skip(2);
        } else if (!endsFieldAt(1)) {
            bytes.skip(1);
        }
    }

    /** When quote and escape are one, only a doubled one is an escape. */
    private boolean isEscape() {
        return bytes.at(0) == format.escape() && (format.escape() != format.quote() || bytes.at(1) == format.escape());
    }

    private void skipEscaped() {
        bytes.skip(1);
        if (format.reader() == ServerReader.MARIADB) {
            bytes.skip(1);
        } else if (bytes.at(1) == format.escape() && format.characters().assumedLength(bytes.at(0), bytes.at(1)) == 2) {
            skipCharacterEscapedTwice();
        } else {
            bytes.skip(characterLength());
        }
    }

    /** MySQL expects both bytes of an escaped character escaped, as its own SELECT … INTO OUTFILE writes them. */
    private void skipCharacterEscapedTwice() {
        boolean control = CONTROLS.indexOf(bytes.at(2)) >= 0;
        boolean character = !control && format.characters().isPair(bytes.at(0), bytes.at(2));
        bytes.skip(character ? 3 : 2);
    }

    private boolean endsFieldAt(int offset) {
        if (bytes.startWith(offset, format.terminator())) {
            bytes.skip(offset + format.terminator().length);
            endLine();
            return true;
        }
        if (bytes.startWith(offset, format.delimiter())) {
            bytes.skip(offset + format.delimiter().length);
            field++;
            state = field < format.fields() ? State.FIELD_START : State.REST_OF_LINE;
            return true;
        }
        return false;
    }

    private int characterLength() {
        return format.characters().length(bytes);
    }

    private enum State {
        HEADER,
        FIELD_START,
        PLAIN,
        QUOTED,
        REST_OF_LINE
    }
}
