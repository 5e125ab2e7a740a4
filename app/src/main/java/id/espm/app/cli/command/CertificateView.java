package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.json.CertJson;
import id.espm.app.text.AssessmentText;
import id.espm.app.text.Texts;
import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Nik;
import id.espm.signer.authority.Assessment;
import id.espm.signer.authority.Check;
import id.espm.signer.authority.Outcome;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.key.CertificateUse;
import id.espm.signer.key.NikPlaces;
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
    private final NikPlaces nikPlaces;

    CertificateView(CommandContext context, Rules rules, NikPlaces nikPlaces) {
        this.context = context;
        this.rules = rules;
        this.nikPlaces = nikPlaces;
    }

    CertJson.CertificateJson json(X509Certificate certificate) {
        CertificateIdentity identity = CertificateIdentity.of(certificate, nikPlaces);
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

    /** One entry per check, in the words of a language. */
    List<CertJson.CheckJson> checks(Assessment assessment, Texts texts) {
        return texts.assessment().lines(assessment).stream()
                .map(line -> new CertJson.CheckJson(
                        line.check().name(),
                        line.grade().name(),
                        line.code().orElse(null),
                        line.reason().orElse(null)))
                .toList();
    }

    /** Whether the chain leads to a trust anchor, in the words of the contract. */
    static String trustWord(Assessment assessment) {
        return assessment.outcome(Check.CHAIN) instanceof Outcome.Passed ? "VALID" : "INDETERMINATE";
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

    void print(X509Certificate certificate) {
        Texts texts = context.texts();
        CertificateIdentity identity = CertificateIdentity.of(certificate, nikPlaces);
        line("cert.nama", identity.nama());
        line("cert.nik", identity.nik().map(Nik::masked).orElse("-"));
        line("cert.unit", orDash(identity.unitOrganisasi()));
        line("cert.instansi", orDash(identity.instansi()));
        line("cert.serial", identity.serialHex());
        line("cert.issuer", identity.issuer());
        long days = daysLeft(identity);
        context.print(context.messages()
                .get(
                        days < 0 ? "cert.validity-over" : "cert.validity",
                        texts.dates().date(identity.notBefore()),
                        texts.dates().date(identity.notAfter()),
                        Math.abs(days)));
        line("cert.usage", orDash(String.join(", ", CertificateUse.keyUsage(certificate))));
    }

    /** What was looked at, one line each; what needs words has them. */
    void printChecks(Assessment assessment) {
        line("cert.light", context.messages().get("cert.light." + assessment.light()));
        for (AssessmentText.Line line : context.texts().assessment().lines(assessment)) {
            context.print(line.reason()
                    .map(why -> context.messages().get("cert.check-why", line.name(), line.outcome(), why))
                    .orElseGet(() -> context.messages().get("cert.check", line.name(), line.outcome())));
        }
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
