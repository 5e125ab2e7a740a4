package id.espm.app.text;

import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** The regulation's words for its own terms; they stay Indonesian in every language. */
public final class DomainText {
    private final Messages messages;

    public DomainText(Messages messages) {
        this.messages = messages;
    }

    /** Such as {@code SPM Koreksi}. */
    public String of(Jenis jenis) {
        return messages.get("jenis." + jenis);
    }

    /** Such as {@code Pejabat Pembuat Komitmen (PPK)}. */
    public String of(Jabatan jabatan) {
        return messages.get("jabatan." + jabatan);
    }

    /** Several positions, in the order of {@link Jabatan}. */
    public String jabatan(Collection<Jabatan> several) {
        return several.stream().sorted(Comparator.naturalOrder()).map(this::of).collect(Collectors.joining(", "));
    }

    /** Several jenis, in the order of {@link Jenis}. */
    public String jenis(Collection<Jenis> several) {
        return several.stream().sorted(Comparator.naturalOrder()).map(this::of).collect(Collectors.joining(", "));
    }
}
