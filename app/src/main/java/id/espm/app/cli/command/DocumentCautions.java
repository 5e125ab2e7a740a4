package id.espm.app.cli.command;

import id.espm.app.signing.BatchItem;
import id.espm.app.signing.BatchItem.State;
import id.espm.signer.AdkGap;
import id.espm.signer.Caution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be told of the documents in packages before they are signed. */
final class DocumentCautions {
    private DocumentCautions() {}

    /** In the order of the packages; that there is no password for ADKs is said of the first alone, since it is so for all. */
    static List<Caution> of(List<BatchItem> items) {
        List<Caution> told = new ArrayList<>();
        boolean passwordMissed = false;
        for (BatchItem item : items) {
            for (Caution.OfDocuments caution : cautions(item)) {
                boolean noPassword = caution instanceof Caution.AdkNotRead adk && adk.gap() == AdkGap.NO_PASSWORD;
                if (!noPassword || !passwordMissed) {
                    told.add(caution);
                }
                passwordMissed |= noPassword;
            }
        }
        return told;
    }

    private static List<Caution.OfDocuments> cautions(BatchItem item) {
        return Optional.of(item.state())
                .filter(State.Checked.class::isInstance)
                .map(state -> ((State.Checked) state).checked().cautions())
                .orElse(List.of());
    }
}
