package io.lava4j.sandbox.aurora;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;

/**
 * The server that the stand-in stands before.
 *
 * @param socket its Unix socket on this machine
 * @param tls that trusts its certificate
 * @param root connections as the user that may do everything
 */
public record Behind(String host, int port, Path socket, SSLContext tls, DataSource root) {}
