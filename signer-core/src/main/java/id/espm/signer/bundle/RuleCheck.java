package id.espm.signer.bundle;

import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.SignerException;
import id.espm.signer.SignerRole;
import id.espm.signer.rules.Rules;
import id.espm.signer.verify.SignatureReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds a bundle against the rules: the limit of SPM, the composition, and who signed in which role. */
final class RuleCheck {
    private final Rules rules;
    private final ContentsList contents;

    RuleCheck(Rules rules, ContentsList contents) {
        this.rules = rules;
        this.contents = contents;
    }

    List<Finding> findings(List<SignatureReport> officials) {
        List<Finding> findings = new ArrayList<>();
        attempt(findings, () -> rules.requireNomor(contents.jenis(), contents.nomor()));
        for (String nomor : contents.nomor()) {
            attempt(findings, () -> requireComposition(nomor));
        }
        if (contents.dokumen().isEmpty() || !allNomorAreListed()) {
            findings.add(new Finding(Kind.RULE_BROKEN, "nomor"));
        }
        for (SignatureReport official : officials) {
            Optional<SignerRole> role = official.claims().claimedRole().flatMap(SignerRole::parse);
            if (role.isEmpty() || !role.get().satker().kode().equals(contents.satker())) {
                findings.add(new Finding(
                        Kind.RULE_BROKEN, official.claims().claimedRole().orElse("jabatan")));
            } else {
                attempt(findings, () -> rules.requireMaySign(role.get().jabatan(), contents.jenis()));
            }
        }
        return findings;
    }

    private void requireComposition(String nomor) throws SignerException {
        List<ContentsList.Document> own = contents.dokumen().stream()
                .filter(d -> d.nomor().contains(nomor))
                .toList();
        boolean adk = own.stream().anyMatch(ContentsList.Document::isAdk);
        boolean lampiran = own.stream().anyMatch(d -> !d.isAdk());
        rules.requireComposition(contents.jenis(), nomor, adk, lampiran);
    }

    /** A number that only a document names would escape the limit. */
    private boolean allNomorAreListed() {
        Set<String> named = new HashSet<>();
        contents.dokumen().forEach(d -> named.addAll(d.nomor()));
        return new HashSet<>(contents.nomor()).containsAll(named);
    }

    private interface Rule {
        void require() throws SignerException;
    }

    private static void attempt(List<Finding> findings, Rule rule) {
        try {
            rule.require();
        } catch (SignerException e) {
            findings.add(new Finding(Kind.RULE_BROKEN, e.problem().toString()));
        }
    }
}
