package io.lava4j.connector.mysql.check;

import io.lava4j.connector.mysql.commandline.FirstSight;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Lets every certificate pass, and remembers it and what a check had to say. */
final class Onlooker extends FirstSight {

    private final Verdict verdict;

    private Onlooker(Verdict verdict) {
        super(verdict);
        this.verdict = verdict;
    }

    static Onlooker with(Check check) {
        return new Onlooker(new Verdict(check));
    }

    List<X509Certificate> chain() {
        return verdict.chain;
    }

    Optional<CertificateException> fault() {
        return verdict.fault;
    }

    @Override
    protected void passed(X509Certificate[] chain) {
        // The handshake goes on.
    }

    private static final class Verdict implements Check {

        private final Check check;
        private List<X509Certificate> chain = List.of();
        private Optional<CertificateException> fault = Optional.empty();

        Verdict(Check check) {
            this.check = check;
        }

        @Override
        public void of(X509Certificate[] shown, String authType, Socket socket) {
            chain = List.of(shown);
            try {
                check.of(shown, authType, socket);
            } catch (CertificateException wrong) {
                fault = Optional.of(wrong);
            }
        }
    }
}
