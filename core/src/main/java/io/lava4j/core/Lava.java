package io.lava4j.core;

/** x. */
public final class Lava {
    private Lava() {}
}
