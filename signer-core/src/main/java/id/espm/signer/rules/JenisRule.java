package id.espm.signer.rules;

import id.espm.signer.Jabatan;
import java.util.Set;

/**
 * What the rules say of one jenis.
 *
 * @param jabatan          who may sign it
 * @param jabatanPasal     where the regulation says so
 * @param adk              whether each document holds an ADK
 * @param lampiran         whether each document holds PDF attachments
 * @param compositionPasal where the regulation says so
 * @param spmLimited       whether the limit of SPM per package applies
 * @param submitted        whether it goes to eSPM; if not it needs no KPPN
 */
public record JenisRule(
        Set<Jabatan> jabatan,
        String jabatanPasal,
        Part adk,
        Part lampiran,
        String compositionPasal,
        boolean spmLimited,
        boolean submitted) {

    /** Keeps a copy of the set. */
    public JenisRule {
        jabatan = Set.copyOf(jabatan);
    }

    /** Whether a part belongs to a jenis. */
    public enum Part {
        /** Each document has it. */
        REQUIRED,
        /** No document has it. */
        FORBIDDEN
    }
}
