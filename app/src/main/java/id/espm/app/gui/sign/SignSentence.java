package id.espm.app.gui.sign;

import id.espm.app.gui.look.Words;
import id.espm.app.gui.sign.SignReadiness.CertificateForbids;
import id.espm.app.gui.sign.SignReadiness.NeedsCertificate;
import id.espm.app.gui.sign.SignReadiness.NeedsPackage;
import id.espm.app.gui.sign.SignReadiness.NeedsPassphrase;
import id.espm.app.gui.sign.SignReadiness.NeedsSecondLook;
import id.espm.app.gui.sign.SignReadiness.Part;
import id.espm.app.gui.sign.SignReadiness.Ready;
import java.util.stream.Collectors;

/** One sentence: who signs what as what, or what is to be done first. */
final class SignSentence {
    private SignSentence() {}

    static String of(SignReadiness readiness, Words words) {
        return switch (readiness) {
            case NeedsCertificate r -> words.get("sign.needs.certificate");
            case NeedsPassphrase r -> words.get("sign.needs.passphrase");
            case CertificateForbids r -> words.get("sign.needs.other-certificate");
            case NeedsPackage r -> words.get("sign.needs.package");
            case NeedsSecondLook r -> words.get("sign.needs.second-look");
            case Ready r -> r.packages().size() == 1 ? one(r, words) : several(r, words);
        };
    }

    private static String one(Ready ready, Words words) {
        Part part = ready.packages().getFirst();
        return words.get(
                "sign.summary",
                ready.nama(),
                words.of(part.jabatan()),
                part.satker().kode(),
                words.of(part.jenis()),
                String.join(", ", part.nomor()),
                part.files(),
                part.lokasi());
    }

    private static String several(Ready ready, Words words) {
        String packages = ready.packages().stream()
                .map(part -> words.get("sign.summary.part", words.brief(part.jenis()), String.join(", ", part.nomor())))
                .collect(Collectors.joining("; "));
        String jabatan = ready.packages().stream()
                .map(part -> words.brief(part.jabatan()))
                .distinct()
                .collect(Collectors.joining(", "));
        String satker = ready.packages().stream()
                .map(part -> part.satker().kode())
                .distinct()
                .collect(Collectors.joining(", "));
        String lokasi = ready.packages().stream().map(Part::lokasi).distinct().collect(Collectors.joining(", "));
        return words.get(
                "sign.summary.several",
                ready.nama(),
                ready.packages().size(),
                ready.files(),
                jabatan,
                satker,
                lokasi,
                packages);
    }
}
