package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.json.CertJson;
import id.espm.app.text.Texts;
import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Nik;
import id.espm.signer.Verdict;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.key.CertificateUse;
import id.espm.signer.rules.Rules;
import java.security.cert.X509Certificate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A certificate in the words of PER-10/PB/2018, Lampiran 7.3; the NIK is always masked. */
final class CertificateView {
    private final CommandContext context;
    private final Rules rules;

    CertificateView(CommandContext context, Rules rules) {
        this.context = context;
        this.rules = rules;
    }

    CertJson.CertificateJson json(X509Certificate certificate) {
        CertificateIdentity identity = CertificateIdentity.of(certificate);
        return new CertJson.CertificateJson(
                identity.nama(),
                identity.nik().map(Nik::masked).orElse(null),
                identity.unitOrganisasi(),
                identity.instansi(),
                identity.serialHex(),
                identity.issuer(),
                identity.notBefore().toString(),
                identity.notAfter().toString(),
                daysLeft(identity),
                CertificateUse.keyUsage(certificate));
    }

    private long daysLeft(CertificateIdentity identity) {
        return ChronoUnit.DAYS.between(context.clock().instant(), identity.notAfter());
    }

    String verdictWord(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid valid -> "VALID";
            case Verdict.Indeterminate indeterminate -> "INDETERMINATE";
            case Verdict.Invalid invalid -> "INVALID";
        };
    }

    /** What this jabatan signs, or what each does. */
    List<CertJson.AuthorityJson> authority(Optional<Jabatan> only) {
        return Arrays.stream(Jabatan.values())
                .filter(jabatan -> only.isEmpty() || only.get() == jabatan)
                .map(jabatan -> new CertJson.AuthorityJson(
                        jabatan.name(),
                        rules.signedBy(jabatan).stream().map(Jenis::name).toList()))
                .toList();
    }

    void print(X509Certificate certificate, Verdict trust) {
        Texts texts = context.texts();
        CertificateIdentity identity = CertificateIdentity.of(certificate);
        line("cert.nama", identity.nama());
        line("cert.nik", identity.nik().map(Nik::masked).orElse("-"));
        line("cert.unit", orDash(identity.unitOrganisasi()));
        line("cert.instansi", orDash(identity.instansi()));
        line("cert.serial", identity.serialHex());
        line("cert.issuer", identity.issuer());
        String reason = texts.findings().reason(trust).map(r -> " - " + r).orElse("");
        line("cert.trust", context.messages().get("cert.trust." + verdictWord(trust)) + reason);
        long days = daysLeft(identity);
        context.print(context.messages()
                .get(
                        days < 0 ? "cert.validity-over" : "cert.validity",
                        texts.dates().date(identity.notBefore()),
                        texts.dates().date(identity.notAfter()),
                        Math.abs(days)));
        line("cert.usage", orDash(String.join(", ", CertificateUse.keyUsage(certificate))));
    }

    void printAuthority(List<CertJson.AuthorityJson> authority) {
        Texts texts = context.texts();
        for (CertJson.AuthorityJson one : authority) {
            Jabatan jabatan = Jabatan.valueOf(one.jabatan());
            line(
                    "cert.authority",
                    texts.words().of(jabatan) + ": " + texts.words().jenis(rules.signedBy(jabatan)));
        }
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }

    private void line(String key, String value) {
        context.print(context.messages().get(key, value));
    }
}
