package io.lava4j.sandbox.aurora;

/**
 * Who is at the other end of a session.
 *
 * @param user as which it logs in
 */
record Client(String user, Capabilities capabilities) {}
