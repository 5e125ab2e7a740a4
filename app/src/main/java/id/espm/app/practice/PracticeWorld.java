package id.espm.app.practice;

import id.espm.sandbox.PkiServer;
import id.espm.sandbox.PortInUseException;
import id.espm.sandbox.PracticeFolder;
import id.espm.sandbox.ca.IssuedKey;
import id.espm.sandbox.espm.EspmServer;
import id.espm.sandbox.espm.EspmServerConfig;
import id.espm.sandbox.espm.ReceiptKey;
import id.espm.sandbox.espm.account.Account;
import id.espm.sandbox.kppn.Kppn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The practice servers on loopback: OCSP, CRL and TSA of the CA, and eSPM with KPPN's inbox. */
public final class PracticeWorld implements AutoCloseable {
    private static final String INBOX = "/kppn/inbox";
    private static final String MAILBOX = "/kotak-surat/";

    private final PkiServer pki;
    private final EspmServer espm;

    private PracticeWorld(PkiServer pki, EspmServer espm) {
        this.pki = pki;
        this.espm = espm;
    }

    /**
     * Where everything answers.
     *
     * @param espm  base address of eSPM
     * @param tsa   RFC 3161
     * @param ocsp  RFC 6960
     * @param crl   the intermediate's revocation list
     * @param inbox KPPN's inbox as a page
     */
    public record Addresses(URI espm, URI tsa, URI ocsp, URI crl, URI inbox) {}

    /**
     * Starts the servers.
     *
     * @param data what eSPM keeps; a folder that was used before is taken up again
     * @param port of eSPM; 0 takes a free one
     * @throws PortInUseException if the CA's port is taken, most often by another practice server of the same folder
     */
    public static PracticeWorld start(PracticeFolder folder, Path data, int port, Clock clock) throws IOException {
        List<Account> accounts = PracticeAccounts.of(folder, clock).all();
        PkiServer pki = PkiServer.start(folder);
        boolean started = false;
        try {
            EspmServer espm =
                    EspmServer.start(EspmServerConfig.builder(data, folder.ca().anchors(), accounts, receiptKey(folder))
                            .mailbox(folder.mailbox())
                            .kppn(folder.kppn())
                            .port(port)
                            .clock(clock)
                            .build());
            started = true;
            return new PracticeWorld(pki, espm);
        } finally {
            if (!started) {
                pki.close();
            }
        }
    }

    private static ReceiptKey receiptKey(PracticeFolder folder) {
        IssuedKey key = folder.receiptKey();
        return new ReceiptKey(key.privateKey(), key.chain());
    }

    /** Where everything answers. */
    public Addresses addresses() {
        return new Addresses(
                espm.address(), pki.tsa(), pki.ocsp(), pki.crl(), espm.address().resolve(INBOX));
    }

    /** The mails with security codes as a page. */
    public URI mailbox() {
        return espm.address().resolve(MAILBOX);
    }

    /** KPPN's people. */
    Kppn kppn() {
        return espm.kppn();
    }

    @Override
    public void close() {
        espm.close();
        pki.close();
    }
}
