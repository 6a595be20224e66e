package io.lava4j.core.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SecretTest {

    @Test
    void printsAsStars() {
        assertEquals("***", new Secret("hunter2").toString());
        assertEquals("***", new Secret("").toString());
        assertFalse(new Credentials("loader", new Secret("hunter2"), Optional.empty())
                .toString()
                .contains("hunter2"));
    }

    @Test
    void isEqualOnlyToItself() {
        assertNotEquals(new Secret("hunter2"), new Secret("hunter2"));
    }

    @Test
    void isRevealedOnlyWhenAsked() {
        assertEquals("hunter2", new Secret("hunter2").reveal());
    }

    @Test
    void cannotBeSerialized() {
        assertThrows(NotSerializableException.class, () -> new ObjectOutputStream(new ByteArrayOutputStream())
                .writeObject(new Secret("hunter2")));
    }
}
