package id.espm.sandbox.ca;

import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/**
 * Whom a certificate names. Regulation and field know Nama, NIK, Unit Organisasi and Instansi (PER-10/PB/2018, Lampiran
 * 7.3); which attribute carries which is not published, so this follows the samples seen in public: OU and O for unit
 * and instansi, description (2.5.4.13) for {@code <NIK>_Tanda Tangan Digital}.
 *
 * @param name CN
 * @param nik 16 digits
 * @param unit OU, Unit Organisasi
 * @param instansi O
 * @param email official mail address
 * @param locality L
 */
public record Subject(
        String name,
        Optional<String> nik,
        Optional<String> unit,
        Optional<String> instansi,
        Optional<String> email,
        Optional<String> locality) {

    private static final String DESCRIPTION_SUFFIX = "_Tanda Tangan Digital";

    public Subject {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a certificate needs a name");
        }
        if (nik.isPresent() && !nik.get().matches("\\d{16}")) {
            throw new IllegalArgumentException("a NIK has 16 digits");
        }
    }

    /** A subject of that CN; everything else is optional. */
    public static Builder named(String name) {
        return new Builder(name);
    }

    X500Name toX500Name() {
        X500NameBuilder parts = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "ID");
        locality.ifPresent(l -> parts.addRDN(BCStyle.L, l));
        instansi.ifPresent(o -> parts.addRDN(BCStyle.O, o));
        unit.ifPresent(ou -> parts.addRDN(BCStyle.OU, ou));
        parts.addRDN(BCStyle.CN, name);
        email.ifPresent(e -> parts.addRDN(BCStyle.E, e));
        nik.ifPresent(n -> parts.addRDN(BCStyle.DESCRIPTION, n + DESCRIPTION_SUFFIX));
        return parts.build();
    }

    /** Collects the optional parts. */
    public static final class Builder {
        private final String name;
        private Optional<String> nik = Optional.empty();
        private Optional<String> unit = Optional.empty();
        private Optional<String> instansi = Optional.empty();
        private Optional<String> email = Optional.empty();
        private Optional<String> locality = Optional.empty();

        private Builder(String name) {
            this.name = name;
        }

        public Builder nik(String value) {
            nik = Optional.of(value);
            return this;
        }

        public Builder unit(String value) {
            unit = Optional.of(value);
            return this;
        }

        public Builder instansi(String value) {
            instansi = Optional.of(value);
            return this;
        }

        public Builder email(String value) {
            email = Optional.of(value);
            return this;
        }

        public Builder locality(String value) {
            locality = Optional.of(value);
            return this;
        }

        public Subject build() {
            return new Subject(name, nik, unit, instansi, email, locality);
        }
    }
}
