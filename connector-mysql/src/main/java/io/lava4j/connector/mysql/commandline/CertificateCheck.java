package io.lava4j.connector.mysql.commandline;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Checks the certificate of a server: its chain first, then its name, so that a fault is told for what it is. */
final class CertificateCheck extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager trust;
    private final boolean name;

    /** @param name whether the host name must be the certificate's */
    CertificateCheck(X509ExtendedTrustManager trust, boolean name) {
        this.trust = trust;
        this.name = name;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, authType);
        if (name) {
            try {
                trust.checkServerTrusted(chain, authType, socket);
            } catch (CertificateException wrong) {
                throw new WrongNameException(wrong);
            }
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        trust.checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("only sockets are used");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("no client is checked");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }

    /** The chain is good, the name is another one. */
    static final class WrongNameException extends CertificateException {

        private static final long serialVersionUID = 1;

        WrongNameException(CertificateException cause) {
            super(cause);
        }
    }
}
