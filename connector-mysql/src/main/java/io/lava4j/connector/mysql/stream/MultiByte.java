package io.lava4j.connector.mysql.stream;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** How many bytes a character has, in encodings where a byte within a character may look like a separator. */
public enum MultiByte {
    /** One byte, or characters in which no separator can be met, as in UTF-8. */
    NONE(List.of(), new Range[0], new Range[0]),
    /** No separator can be met in its characters either; but the server reads on for all bytes that the first promises. */
    UTF8(List.of("utf8mb4", "utf8mb3", "utf8"), new Range[0], new Range[0]),
    SJIS(List.of("sjis", "cp932"), ranges(0x81, 0x9f, 0xe0, 0xfc), ranges(0x40, 0x7e, 0x80, 0xfc)),
    GBK(List.of("gbk"), ranges(0x81, 0xfe), ranges(0x40, 0x7e, 0x80, 0xfe)),
    /** Also has characters of four bytes, whose second is a digit. */
    GB18030(List.of("gb18030"), ranges(0x81, 0xfe), ranges(0x40, 0x7e, 0x80, 0xfe)),
    BIG5(List.of("big5"), ranges(0xa1, 0xf9), ranges(0x40, 0x7e, 0xa1, 0xfe)),
    EUCKR(List.of("euckr"), ranges(0x81, 0xfe), ranges(0x41, 0x5a, 0x61, 0x7a, 0x81, 0xfe)),
    /** Also has characters of three bytes, whose first is 8F. */
    EUC(List.of("ujis", "eucjpms", "gb2312"), ranges(0x8e, 0x8f, 0xa1, 0xfe), ranges(0xa1, 0xfe));

    private static final Set<String> PLAIN =
            Set.of(("armscii8 ascii binary cp1250 cp1251 cp1256 cp1257 cp850 cp852 cp866 dec8 geostd8 greek hebrew hp8"
                            + " keybcs2 koi8r koi8u latin1 latin2 latin5 latin7 macce macroman swe7 tis620")
                    .split(" "));

    private static final int THREE_BYTES = 0x8f;

    /** Bytes of the longest character. */
    static final int LONGEST = 4;

    private final List<String> encodings;
    private final Range[] leads;
    private final Range[] trails;

    MultiByte(List<String> encodings, Range[] leads, Range[] trails) {
        this.encodings = encodings;
        this.leads = leads;
        this.trails = trails;
    }

    static MultiByte of(String encoding) {
        return Arrays.stream(values())
                .filter(kind -> kind.encodings.contains(encoding))
                .findFirst()
                .orElse(NONE);
    }

    /** Whether it is known how long the characters of an encoding are. */
    public static boolean knows(String encoding) {
        return PLAIN.contains(encoding) || of(encoding) != NONE;
    }

    /** The length of the character that some bytes begin with: 1 when they do not begin a longer one. */
    int length(Lookahead bytes) {
        int length = assumedLength(bytes.at(0), bytes.at(1));
        return switch (length) {
            case 4 -> in(leads, bytes.at(2)) && isDigitOfFour(bytes.at(3)) ? 4 : 1;
            case 3 -> in(trails, bytes.at(1)) && in(trails, bytes.at(2)) ? 3 : 1;
            case 2 -> isPair(bytes.at(0), bytes.at(1)) ? 2 : 1;
            default -> 1;
        };
    }

    /** Whether a separator is one wherever it is met. */
    boolean isPlain() {
        return leads.length == 0;
    }

    /**
     * Whether bytes just left behind may begin a character that goes on beyond a row's terminator, which was left behind last:
     * where the data ends there, MySQL drops what it has read of that character, and says nothing.
     */
    boolean goesOnBeyond(int terminator, Lookahead bytes) {
        for (int back = 1; back < LONGEST; back++) {
            int first = -terminator - back;
            if (promisedLength(bytes.at(first), bytes.at(first + 1)) > back + terminator) {
                return true;
            }
        }
        return false;
    }

    /** Whether it shows in a single byte that it begins a character. */
    boolean leadsAreNoTrails() {
        return this == UTF8 || this == EUC;
    }

    private int promisedLength(int lead, int second) {
        if (this != UTF8) {
            return assumedLength(lead, second);
        }
        return lead >= 0xf0 && lead <= 0xf7 ? 4 : lead >= 0xe0 && lead <= 0xef ? 3 : 1;
    }

    /** Whether a byte may be the first of several. */
    boolean leads(int lead) {
        return in(leads, lead);
    }

    /** Whether two bytes are a character. */
    boolean isPair(int lead, int trail) {
        return in(leads, lead) && in(trails, trail);
    }

    /** The length that the first byte promises, whatever comes after it. */
    int assumedLength(int lead, int second) {
        if (!in(leads, lead)) {
            return 1;
        }
        if (isDigitOfFour(second)) {
            return 4;
        }
        return this == EUC && lead == THREE_BYTES ? 3 : 2;
    }

    private boolean isDigitOfFour(int second) {
        return this == GB18030 && second >= '0' && second <= '9';
    }

    private static boolean in(Range[] ranges, int value) {
        for (Range range : ranges) {
            if (value >= range.low && value <= range.high) {
                return true;
            }
        }
        return false;
    }

    private static Range[] ranges(int... bounds) {
        Range[] ranges = new Range[bounds.length / 2];
        Arrays.setAll(ranges, i -> new Range(bounds[2 * i], bounds[2 * i + 1]));
        return ranges;
    }

    private record Range(int low, int high) {}
}
