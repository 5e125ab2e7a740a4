package id.espm.app.text;

import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** The words for terms of the regulation, which stay Indonesian in every language, and of certificates. */
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

    /**
     * Why a certificate was revoked.
     *
     * @param name in the words of RFC 5280 §5.3.1, such as {@code KEY_COMPROMISE}; one of no such list is said as it stands
     */
    public String crlReason(String name) {
        String key = "crl-reason." + name;
        return messages.has(key) ? messages.get(key) : name;
    }
}
