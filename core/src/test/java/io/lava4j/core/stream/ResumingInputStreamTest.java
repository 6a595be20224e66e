package io.lava4j.core.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lava4j.core.error.CancelledException;
import io.lava4j.core.error.JobFailedException;
import io.lava4j.core.spi.ObjectStore;
import io.lava4j.core.spi.ObjectStore.StoredObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Breaks at every byte: a scripted store, because no real one can be told where to break. */
class ResumingInputStreamTest {

    private static final byte[] CONTENT = "id,name\n1,Ann\n2,Bob\n".getBytes(StandardCharsets.UTF_8);
    private static final StoredObject OBJECT = new StoredObject("exports", "people.csv", CONTENT.length, "v1");

    private final Store store = new Store();
    private final List<Long> pauses = new ArrayList<>();

    @AfterEach
    void theThreadIsNotLeftInterrupted() {
        Thread.interrupted();
    }

    @Test
    void anUnbrokenObjectIsReadAtOnce() throws IOException {
        assertArrayEquals(CONTENT, open().readAllBytes());
        assertEquals(List.of(0L), store.offsets);
        assertEquals(List.of(), pauses);
    }

    static IntStream offsets() {
        return IntStream.rangeClosed(0, CONTENT.length - 1);
    }

    @ParameterizedTest
    @MethodSource("offsets")
    void aBreakAtAnyOffsetGoesOnThere(int offset) throws IOException {
        store.answers.add(broken(offset));

        assertArrayEquals(CONTENT, open().readAllBytes());
        assertEquals(List.of(0L, (long) offset), store.offsets);
    }

    @ParameterizedTest
    @MethodSource("offsets")
    void anEndBeforeTheLengthIsABreak(int offset) throws IOException {
        store.answers.add(from -> new ByteArrayInputStream(CONTENT, 0, offset));

        assertArrayEquals(CONTENT, open().readAllBytes());
        assertEquals(List.of(0L, (long) offset), store.offsets);
    }

    @Test
    void theRestOfAnObjectIsReadFromItsOffsetOn() throws IOException {
        store.answers.add(broken(3));

        byte[] rest = store.open(OBJECT, 8).readAllBytes();

        assertArrayEquals(Arrays.copyOfRange(CONTENT, 8, CONTENT.length), rest);
        assertEquals(List.of(8L, 11L), store.offsets);
        assertArrayEquals(new byte[0], store.open(OBJECT, CONTENT.length).readAllBytes());
    }

    @Test
    void aReadThatBringsNothingIsABreakAndNotAnEnd() throws IOException {
        store.answers.add(from -> new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read in blocks");
            }

            @Override
            public int read(byte[] buffer, int start, int length) {
                return 0;
            }
        });

        assertArrayEquals(CONTENT, open().readAllBytes());
    }

    @Test
    void aBreakAfterEveryByteIsNoMoreThanSlow() throws IOException {
        for (int offset = 0; offset < CONTENT.length; offset++) {
            store.answers.add(broken(1));
        }

        assertArrayEquals(CONTENT, open().readAllBytes());
    }

    @Test
    void singleBytesAreReadAlike() throws IOException {
        store.answers.add(broken(7));
        ByteArrayOutputStream read = new ByteArrayOutputStream();

        try (InputStream stream = open()) {
            for (int next = stream.read(); next >= 0; next = stream.read()) {
                read.write(next);
            }
        }

        assertArrayEquals(CONTENT, read.toByteArray());
    }

    @Test
    void bytesAboveTheAsciiOnesAreNotTakenForTheEnd() throws IOException {
        StoredObject object = new StoredObject("exports", "x", 1, "v1");
        store.answers.add(from -> new ByteArrayInputStream(new byte[] {(byte) 0xff}));

        assertEquals(255, open(object, pauses::add).read());
    }

    @Test
    void whatComesBeyondTheLengthIsNotRead() throws IOException {
        byte[] longer = (new String(CONTENT, StandardCharsets.UTF_8) + "3,Eve\n").getBytes(StandardCharsets.UTF_8);
        store.answers.add(from -> new ByteArrayInputStream(longer));

        assertArrayEquals(CONTENT, open().readAllBytes());
    }

    @Test
    void anEmptyObjectEndsWithoutBeingAskedFor() throws IOException {
        StoredObject empty = new StoredObject("exports", "empty", 0, "v1");

        assertEquals(-1, open(empty, pauses::add).read());
        assertEquals(List.of(), store.offsets);
    }

    @Test
    void readingIntoNoSpaceReadsNothing() throws IOException {
        assertEquals(0, open().read(new byte[0]));
        assertEquals(List.of(), store.offsets);
    }

    @Test
    void eightTriesInARowThatBringNothingEndIt() {
        store.answers.add(broken(8));
        for (int tries = 0; tries < 7; tries++) {
            store.answers.add(from -> {
                throw new IOException("connection refused");
            });
        }

        InputStream stream = open();
        IOException given = assertThrows(IOException.class, stream::readAllBytes);

        assertEquals(
                "object 's3://exports/people.csv': reading stopped at byte 8 of 20,"
                        + " 8 tries in a row brought nothing; the last one: connection refused; check the network, and run the job again",
                given.getMessage());
        assertEquals("connection refused", given.getCause().getMessage());
        assertEquals(List.of(0L, 8L, 8L, 8L, 8L, 8L, 8L, 8L), store.offsets);
    }

    @Test
    void pausesGrowToTenSecondsAndStartAnewAfterAByte() throws IOException {
        for (int tries = 0; tries < 6; tries++) {
            store.answers.add(broken(0));
        }
        store.answers.add(broken(1));

        assertArrayEquals(CONTENT, open().readAllBytes());
        assertEquals(List.of(100L, 400L, 1_600L, 6_400L, 10_000L, 10_000L, 100L), pauses);
    }

    @Test
    void aPermanentErrorIsNotTriedAgain() {
        JobFailedException replaced = new JobFailedException("object was replaced");
        store.answers.add(broken(3));
        store.answers.add(from -> {
            throw replaced;
        });

        InputStream stream = open();
        JobFailedException thrown = assertThrows(JobFailedException.class, stream::readAllBytes);

        assertSame(replaced, thrown);
        assertEquals(List.of(0L, 3L), store.offsets);
    }

    @Test
    void anInterruptWhileItPausesCancels() {
        store.answers.add(broken(3));
        InputStream stream = open(OBJECT, duration -> {
            throw new InterruptedException();
        });

        CancelledException cancelled = assertThrows(CancelledException.class, stream::readAllBytes);

        assertEquals("object 's3://exports/people.csv': reading was interrupted", cancelled.getMessage());
        assertTrue(Thread.interrupted(), "the thread must stay interrupted");
        assertEquals(List.of(0L), store.offsets);
    }

    @Test
    void theRealPauseIsInterruptedToo() {
        store.answers.add(broken(3));
        Thread.currentThread().interrupt();
        InputStream stream = store.open(OBJECT);

        assertThrows(CancelledException.class, stream::readAllBytes);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyStreamIsClosedOnceAlsoOneThatCannotBe(boolean failing) throws IOException {
        store.failOnClose = failing;
        store.answers.add(broken(3));
        store.answers.add(broken(4));

        open().readAllBytes();

        assertEquals(2, store.closed);
    }

    @Test
    void whatIsSkippedIsNotRead() throws IOException {
        InputStream stream = open();

        assertEquals('i', stream.read());
        assertEquals(10, stream.skip(10));
        assertEquals(CONTENT[11], stream.read());
        assertEquals(CONTENT.length - 12, stream.skip(Long.MAX_VALUE));
        assertEquals(-1, stream.read());
        assertEquals(0, stream.skip(1));
        assertEquals(List.of(0L, 11L), store.offsets);
        assertEquals(2, store.closed);
    }

    @Test
    void closingEarlyClosesWhatIsOpen() throws IOException {
        InputStream stream = open();
        stream.read();

        stream.close();
        stream.close();

        assertEquals(1, store.closed);
    }

    private InputStream open() {
        return open(OBJECT, pauses::add);
    }

    /** An answer of so many bytes, and then a broken connection. */
    private static Answer broken(int bytes) {
        return from -> new InputStream() {
            private int sent;

            @Override
            public int read() throws IOException {
                if (sent == bytes) {
                    throw new IOException("connection reset");
                }
                return CONTENT[(int) from + sent++];
            }

            @Override
            public int read(byte[] buffer, int start, int length) throws IOException {
                buffer[start] = (byte) read();
                return 1;
            }
        };
    }

    private InputStream open(StoredObject object, ResumingInputStream.Pause pause) {
        return new ResumingInputStream(object.uri(), object.size(), 0, from -> store.read(object, from), pause);
    }

    private interface Answer {
        InputStream from(long offset) throws IOException;
    }

    /** Answers by its script, then with all that is wanted. */
    private static final class Store implements ObjectStore {

        private final List<Answer> answers = new ArrayList<>();
        private final List<Long> offsets = new ArrayList<>();
        private int closed;
        private boolean failOnClose;

        @Override
        public InputStream read(StoredObject object, long offset) throws IOException {
            offsets.add(offset);
            Answer answer = offsets.size() <= answers.size()
                    ? answers.get(offsets.size() - 1)
                    : from -> new ByteArrayInputStream(CONTENT, (int) from, CONTENT.length - (int) from);
            return new java.io.FilterInputStream(answer.from(offset)) {
                @Override
                public void close() throws IOException {
                    closed++;
                    if (failOnClose) {
                        throw new IOException("cannot be closed");
                    }
                }
            };
        }

        @Override
        public Optional<StoredObject> head(String bucket, String key) {
            return Optional.empty();
        }

        @Override
        public List<StoredObject> list(String bucket, String prefix) {
            return List.of();
        }

        @Override
        public void put(String bucket, String key, Path file, Optional<String> kmsKey) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> region(String bucket) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }
}
