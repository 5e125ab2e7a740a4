package id.espm.app.gui.paket;

import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.rules.JenisRule;
import id.espm.signer.rules.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What may be chosen for a package: the rest is shown with the clause that rules it out. */
public final class PackageChoices {
    private final Rules rules;
    private final Optional<Jabatan> official;
    private final PackageFields fields;

    PackageChoices(Rules rules, Optional<Jabatan> official, PackageFields fields) {
        this.rules = rules;
        this.official = official;
        this.fields = fields;
    }

    /**
     * Something that may be chosen, or may not.
     *
     * @param pasal where the regulation says who signs
     */
    public record Choice<T>(T value, boolean allowed, String pasal) {}

    /**
     * How many SPM a package holds.
     *
     * @param count all, also where several stand in one ADK
     * @param limit PER-10/PB/2018 Pasal 6(2)
     */
    public record SpmCount(int count, int limit) {}

    /** Every jenis, and whether the official in the profile signs it; nobody in the profile rules nothing out. */
    public List<Choice<Jenis>> jenis() {
        return Arrays.stream(Jenis.values())
                .map(jenis -> {
                    JenisRule rule = rules.of(jenis);
                    boolean allowed = official.map(rule.jabatan()::contains).orElse(true);
                    return new Choice<>(jenis, allowed, rule.jabatanPasal());
                })
                .toList();
    }

    /** Every position, and whether it signs the chosen jenis; before one is chosen nothing is ruled out. */
    public List<Choice<Jabatan>> jabatan() {
        Optional<JenisRule> rule = fields.jenisProperty().get().map(rules::of);
        return Arrays.stream(Jabatan.values())
                .map(jabatan -> new Choice<>(
                        jabatan,
                        rule.map(r -> r.jabatan().contains(jabatan)).orElse(true),
                        rule.map(JenisRule::jabatanPasal).orElse("")))
                .toList();
    }

    /** How many slots the board has for the chosen jenis: five for SPM, one for the others. */
    public int slots() {
        return limit().orElse(1);
    }

    /** How many SPM a package of the chosen jenis may hold, where that is limited. */
    public Optional<Integer> limit() {
        return fields.jenisProperty()
                .get()
                .map(rules::of)
                .filter(JenisRule::spmLimited)
                .map(rule -> rules.spmLimit().max());
    }

    /** The clause of the limit. */
    public String limitPasal() {
        return rules.spmLimit().pasal();
    }
}
