package io.lava4j.connector.mysql.commandline;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/** Accepts whatever a server shows: for a connection whose spec asks for no verification. */
final class AnyCertificate implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
