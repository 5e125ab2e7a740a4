package id.espm.sandbox.espm.submission;

import id.espm.sandbox.espm.fault.EspmFault;
import id.espm.sandbox.espm.problem.Refusal;
import id.espm.sandbox.espm.store.CodeTable;
import id.espm.sandbox.espm.store.Database;
import id.espm.sandbox.espm.store.StoredReceipt;
import id.espm.sandbox.espm.store.SubmissionRow;
import id.espm.sandbox.espm.store.UploadFiles;
import java.io.IOException;

/** Does to a submission what a planned fault says. The server then notices by its own means; nothing is only pretended. */
public final class Sabotage {
    private final Database database;
    private final UploadFiles files;
    private final CodeTable codes = new CodeTable();

    public Sabotage(Database database, UploadFiles files) {
        this.database = database;
        this.files = files;
    }

    /** Damages the file or ends the security code, if that is the fault; of what is accepted already nothing is touched. */
    public void beforeCompletion(EspmFault fault, SubmissionRow row) throws Refusal, IOException {
        if (row.accepted()) {
            return;
        }
        if (fault instanceof EspmFault.ByteChanged) {
            files.damage(row.id());
        }
        if (fault instanceof EspmFault.CodeExpired) {
            database.transaction(c -> {
                codes.remove(c, row.id());
                return true;
            });
        }
    }

    /** The receipt that is shown in the place of the one that is kept. */
    public static StoredReceipt shown(EspmFault fault, StoredReceipt kept) {
        if (fault instanceof EspmFault.ReceiptOfOtherKey other) {
            return other.signer().sign(kept.json());
        }
        if (fault instanceof EspmFault.ReceiptForged) {
            byte[] forged = kept.json();
            forged[forged.length / 2] ^= 1;
            return new StoredReceipt(forged, kept.signature());
        }
        return kept;
    }
}
