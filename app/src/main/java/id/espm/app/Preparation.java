package id.espm.app;

import id.espm.signer.DigestAlgorithm;
import id.espm.signer.rules.Rules;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertificateFactory;

/**
 * What a signing needs whatever its call says, got ready by another thread while the call is being read: much of a short
 * signing is Java bringing up its libraries for the first time.
 */
final class Preparation implements Runnable {
    private Preparation() {}

    /** Begins where the call is going to sign. Nobody waits for it: what is not ready is got ready by who needs it. */
    static void begin(String... args) {
        if (args.length > 0 && (args[0].equals("sign") || args[0].equals("batch"))) {
            Thread thread = new Thread(new Preparation(), "preparation");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void run() {
        try {
            DigestAlgorithm.SHA256.newDigest();
            Rules.builtIn();
            CertificateFactory.getInstance("X.509");
            CertPathBuilder.getInstance("PKIX");
        } catch (GeneralSecurityException | LinkageError e) {
            // Who needs it will meet it, too, and can tell what it was for.
        }
    }
}
