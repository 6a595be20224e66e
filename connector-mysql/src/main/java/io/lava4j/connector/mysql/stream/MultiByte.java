package io.lava4j.connector.mysql.stream;

import java.util.Map;

/** How many bytes a character has, in encodings where a byte within a character may look like a separator. */
enum MultiByte {
    /** One byte, or separators can never be met within a character, as in UTF-8. */
    NONE {
        @Override
        int length(int lead, int second) {
            return 1;
        }
    },
    SJIS {
        @Override
        int length(int lead, int second) {
            boolean pair = in(lead, 0x81, 0x9f) || in(lead, 0xe0, 0xfc);
            return pair && (in(second, 0x40, 0x7e) || in(second, 0x80, 0xfc)) ? 2 : 1;
        }
    },
    GBK {
        @Override
        int length(int lead, int second) {
            return in(lead, 0x81, 0xfe) && (in(second, 0x40, 0x7e) || in(second, 0x80, 0xfe)) ? 2 : 1;
        }
    },
    GB18030 {
        @Override
        int length(int lead, int second) {
            return in(lead, 0x81, 0xfe) && in(second, 0x30, 0x39) ? 4 : GBK.length(lead, second);
        }
    },
    BIG5 {
        @Override
        int length(int lead, int second) {
            return in(lead, 0xa1, 0xf9) && (in(second, 0x40, 0x7e) || in(second, 0xa1, 0xfe)) ? 2 : 1;
        }
    },
    EUCKR {
        @Override
        int length(int lead, int second) {
            boolean trail = in(second, 0x41, 0x5a) || in(second, 0x61, 0x7a) || in(second, 0x81, 0xfe);
            return in(lead, 0x81, 0xfe) && trail ? 2 : 1;
        }
    },
    EUC {
        @Override
        int length(int lead, int second) {
            if (lead == 0x8f) {
                return 3;
            }
            return (lead == 0x8e || in(lead, 0xa1, 0xfe)) && in(second, 0xa1, 0xfe) ? 2 : 1;
        }
    };

    private static final Map<String, MultiByte> BY_ENCODING = Map.of(
            "sjis", SJIS, "cp932", SJIS, "gbk", GBK, "gb18030", GB18030, "big5", BIG5, "euckr", EUCKR, "ujis", EUC,
            "eucjpms", EUC, "gb2312", EUC);

    static MultiByte of(String encoding) {
        return BY_ENCODING.getOrDefault(encoding, NONE);
    }

    /**
     * The length of a character.
     *
     * @param lead its first byte, 0 to 255
     * @param second the byte after it; -1 at the end of the data
     * @return bytes; 1 when the two do not begin a longer character
     */
    abstract int length(int lead, int second);

    boolean canLead(int lead) {
        return this != NONE && lead >= 0x80;
    }

    private static boolean in(int value, int low, int high) {
        return value >= low && value <= high;
    }
}
