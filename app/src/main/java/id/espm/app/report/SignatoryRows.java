package id.espm.app.report;

import id.espm.app.text.Texts;
import id.espm.signer.bundle.Signatories;
import java.util.List;
import java.util.stream.Collectors;

/** Who has signed a bundle that officials in several positions may sign, and who has not. It is no verdict. */
public final class SignatoryRows {
    private SignatoryRows() {}

    /** The rows for one bundle. */
    public static List<Detail> of(Texts texts, Signatories signatories) {
        String signed = signatories.signed().stream()
                .map(one ->
                        texts.get("signatories.one", one.nama(), texts.words().of(one.jabatan())))
                .collect(Collectors.joining("; "));
        String missing = signatories.missing().isEmpty()
                ? texts.get("signatories.complete")
                : texts.words().jabatan(signatories.missing());
        return List.of(
                new Detail(texts.get("signatories.signed"), signed.isEmpty() ? "-" : signed),
                new Detail(texts.get("signatories.missing"), missing));
    }
}
