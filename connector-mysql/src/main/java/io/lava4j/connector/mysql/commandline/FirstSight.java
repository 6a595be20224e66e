package io.lava4j.connector.mysql.commandline;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Ends a handshake as soon as the certificate of the server has passed a check: nothing that follows is wanted. */
public class FirstSight extends X509ExtendedTrustManager {

    /** Looks at a certificate, its issuers behind it. */
    @FunctionalInterface
    public interface Check {

        void of(X509Certificate[] chain, String authType, Socket socket) throws CertificateException;
    }

    private final Check check;

    /** With a check. */
    public FirstSight(Check check) {
        this.check = check;
    }

    /** Whoever signed it. */
    static Check anything() {
        return (chain, authType, socket) -> {};
    }

    /** Its chain. */
    public static Check chain(X509ExtendedTrustManager trust) {
        return (chain, authType, socket) -> trust.checkServerTrusted(chain, authType);
    }

    /** Its chain first, then its name, so that a fault is told for what it is. */
    public static Check identity(X509ExtendedTrustManager trust) {
        return (chain, authType, socket) -> {
            trust.checkServerTrusted(chain, authType);
            try {
                trust.checkServerTrusted(chain, authType, socket);
            } catch (CertificateException wrong) {
                throw new WrongNameException(wrong);
            }
        };
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check.of(chain, authType, socket);
        passed(chain);
    }

    /** What happens then. */
    protected void passed(X509Certificate[] chain) throws CertificateException {
        throw new SeenException(chain[0]);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("only sockets are used");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
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
        return new X509Certificate[0];
    }

    /** The check is passed. */
    static final class SeenException extends CertificateException {

        private static final long serialVersionUID = 1;

        private final transient X509Certificate certificate;

        private SeenException(X509Certificate certificate) {
            this.certificate = certificate;
        }

        X509Certificate certificate() {
            return certificate;
        }
    }

    /** The chain is good, the name is another one. */
    public static final class WrongNameException extends CertificateException {

        private static final long serialVersionUID = 1;

        private WrongNameException(CertificateException cause) {
            super(cause);
        }
    }
}
