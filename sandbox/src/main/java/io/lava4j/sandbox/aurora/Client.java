package io.lava4j.sandbox.aurora;

import java.util.Map;

/**
 * Who is at the other end of a session.
 *
 * @param user as which it logs in
 * @param status of its TLS, as the server's status names it; empty without
 */
record Client(String user, Capabilities capabilities, Map<String, String> status) {}
