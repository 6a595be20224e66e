package io.lava4j.sandbox.aurora;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Text of a session, and the encoding that turns it back into the same bytes: UTF-8 where it is that, else one byte a
 * character.
 */
record SqlText(String sql, Charset charset) {
    static SqlText of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    static SqlText of(byte[] bytes, int from, int count) {
        try {
            var utf8 = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, count));
            return new SqlText(utf8.toString(), StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return new SqlText(
                    new String(bytes, from, count, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
        }
    }
}
