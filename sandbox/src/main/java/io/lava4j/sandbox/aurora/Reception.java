package io.lava4j.sandbox.aurora;

import javax.net.ssl.SSLContext;

/**
 * What the logins of all sessions share.
 *
 * @param tls with the certificate to show
 */
record Reception(SSLContext tls, Behind behind, IamUsers iamUsers, Tokens tokens, LoginKey key) {}
