package io.lava4j.connector.mysql.sql;

import io.lava4j.core.error.ConfigurationException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The character set of a data file.
 *
 * @param name as MySQL names it, in lower case
 * @param charset the same in Java; US-ASCII where Java has none, which then holds for separators alone
 */
public record FileEncoding(String name, Charset charset) {

    private static final Set<String> NOT_LOADABLE = Set.of("ucs2", "utf16", "utf16le", "utf32");

    private static final Map<String, String> SYNONYMS = Map.of("utf8", "utf8mb4", "utf8mb3", "utf8mb4");

    /** Where the two names differ in more than case. MySQL's latin1 is really cp1252. */
    private static final Map<String, String> JAVA_NAMES = Map.ofEntries(
            Map.entry("utf8mb4", "UTF-8"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("latin2", "ISO-8859-2"),
            Map.entry("latin5", "ISO-8859-9"),
            Map.entry("latin7", "ISO-8859-13"),
            Map.entry("greek", "ISO-8859-7"),
            Map.entry("hebrew", "ISO-8859-8"),
            Map.entry("cp1250", "windows-1250"),
            Map.entry("cp1251", "windows-1251"),
            Map.entry("cp1256", "windows-1256"),
            Map.entry("cp1257", "windows-1257"),
            Map.entry("cp850", "IBM850"),
            Map.entry("cp852", "IBM852"),
            Map.entry("cp866", "IBM866"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("sjis", "Shift_JIS"),
            Map.entry("ujis", "EUC-JP"),
            Map.entry("eucjpms", "EUC-JP"),
            Map.entry("euckr", "EUC-KR"),
            Map.entry("koi8r", "KOI8-R"),
            Map.entry("koi8u", "KOI8-U"),
            Map.entry("macroman", "x-MacRoman"),
            Map.entry("macce", "x-MacCentralEurope"),
            Map.entry("tis620", "TIS-620"),
            Map.entry("binary", "ISO-8859-1"));

    /** The encoding that a job names; utf8 and utf8mb3 mean utf8mb4. */
    public static FileEncoding of(String given) {
        String lower = given.toLowerCase(Locale.ROOT);
        if (!lower.matches("[a-z][a-z0-9_]*")) {
            throw new ConfigurationException(
                    "encoding '" + given + "' is not the name of a character set; give one, such as utf8mb4");
        }
        if (NOT_LOADABLE.contains(lower)) {
            throw new ConfigurationException("encoding '" + given
                    + "' cannot be loaded by any server of MySQL's kind; convert the data to utf8mb4 first");
        }
        String name = SYNONYMS.getOrDefault(lower, lower);
        return new FileEncoding(name, charset(name));
    }

    private static Charset charset(String name) {
        String java = JAVA_NAMES.getOrDefault(name, name);
        return Charset.isSupported(java) ? Charset.forName(java) : StandardCharsets.US_ASCII;
    }

    /** The bytes of a separator in a file of this encoding. */
    public byte[] bytes(String what, String separator) {
        if (!charset.newEncoder().canEncode(separator)) {
            throw new ConfigurationException(what + " '" + separator + "' has characters that encoding '" + name
                    + "' lacks; choose another, or another ENCODING");
        }
        return separator.getBytes(charset);
    }

    /** A separator as SQL. A quoted literal of other than plain ASCII would be converted, and match nothing in the file. */
    String literal(byte[] separator) {
        for (byte each : separator) {
            if (each < ' ' || each > '~') {
                return "X'" + HexFormat.of().withUpperCase().formatHex(separator) + "'";
            }
        }
        return SqlText.literal(new String(separator, StandardCharsets.US_ASCII));
    }
}
