package io.lava4j.sandbox.aurora;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RowsTest {
    private static final byte[] OLD_END = {(byte) 0xfe, 0, 0, 2, 0};
    private static final byte[] NEW_END = {(byte) 0xfe, 0, 0, 2, 0, 0, 0};

    private static Stream<Arguments> answers() {
        byte[] count = {1};
        byte[] column = {3, 'd', 'e', 'f'};
        byte[] row = {1, 'x'};
        return Stream.of(
                arguments(0, List.of(count, column, OLD_END, row, OLD_END)),
                arguments(Capabilities.DEPRECATE_EOF, List.of(count, column, row, NEW_END)));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aClientThatKnowsNoNewEndsGetsOldOnes(int capabilities, List<byte[]> payloads) throws Exception {
        var said = new ByteArrayOutputStream();
        for (byte[] payload : payloads) {
            new Packet(0, payload).write(said);
        }
        var in = new ByteArrayInputStream(said.toByteArray());

        assertEquals(List.of(List.of("x")), new Rows(in, new Capabilities(capabilities)).read());
        assertEquals(0, in.available());
    }
}
