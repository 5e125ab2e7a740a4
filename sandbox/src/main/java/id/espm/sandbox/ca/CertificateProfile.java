package id.espm.sandbox.ca;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/**
 * What an end-entity certificate shall hold. The defaults of {@link #signer} are those of a BSrE signing certificate as
 * seen in public: RSA, digitalSignature and nonRepudiation (critical), 730 days less a second.
 *
 * @param subject whom it names
 * @param validity from when to when; empty: from an hour before the issue for 730 days less a second
 * @param serial the serial number; empty: 160 random bits
 * @param keyAlgorithm of the key pair that is made with it
 * @param keyUsages keyUsage (always critical); empty: no such extension
 * @param extendedKeyUsages OIDs of the purposes; empty: no such extension
 * @param criticalExtendedKeyUsage whether that extension is critical, as RFC 3161 asks of a TSA
 * @param ocspNoCheck id-pkix-ocsp-nocheck (RFC 6960, section 4.2.2.2.1)
 * @param services which addresses of the CA's services are put in, as far as the CA has any
 */
public record CertificateProfile(
        Subject subject,
        Optional<Validity> validity,
        Optional<BigInteger> serial,
        KeyAlgorithm keyAlgorithm,
        Set<KeyUse> keyUsages,
        List<String> extendedKeyUsages,
        boolean criticalExtendedKeyUsage,
        boolean ocspNoCheck,
        Set<PkiAddresses.Service> services) {

    /** How long BSrE's certificates live. */
    public static final Duration LIFETIME = Duration.ofDays(730).minusSeconds(1);

    public CertificateProfile {
        keyUsages = Set.copyOf(keyUsages);
        extendedKeyUsages = List.copyOf(extendedKeyUsages);
        services = Set.copyOf(services);
        if (serial.isPresent() && (serial.get().signum() <= 0 || serial.get().bitLength() > 160)) {
            throw new IllegalArgumentException("a serial number is positive and has at most 160 bits");
        }
    }

    /** A signing certificate as an official has it. */
    public static Builder signer(Subject subject) {
        return new Builder(subject);
    }

    /** A responder's certificate, delegated by the CA that issues it (RFC 6960, section 4.2.2.2). */
    static Builder ocspResponder(Subject subject) {
        Builder builder = new Builder(subject)
                .keyUsages(EnumSet.of(KeyUse.DIGITAL_SIGNATURE))
                .extendedKeyUsages(KeyPurposeId.id_kp_OCSPSigning.getId())
                .services(EnumSet.noneOf(PkiAddresses.Service.class));
        builder.ocspNoCheck = true;
        return builder;
    }

    /** A time-stamping certificate: that one purpose, critical (RFC 3161, section 2.3). */
    public static Builder timeStamping(Subject subject) {
        return new Builder(subject)
                .criticalExtendedKeyUsage(true)
                .extendedKeyUsages(KeyPurposeId.id_kp_timeStamping.getId());
    }

    /** The bits of keyUsage that an end entity may have (RFC 5280, section 4.2.1.3), by their number. */
    public enum KeyUse {
        DIGITAL_SIGNATURE(0),
        /** Called contentCommitment in later editions of X.509. */
        NON_REPUDIATION(1),
        KEY_ENCIPHERMENT(2),
        DATA_ENCIPHERMENT(3),
        KEY_AGREEMENT(4);

        private final int bit;

        KeyUse(int bit) {
            this.bit = bit;
        }

        /** The value as Bouncy Castle's KeyUsage wants it: bit 0 is the highest of the octet. */
        int mask() {
            return 1 << (7 - bit);
        }
    }

    /**
     * A span of time, both ends included, in whole seconds.
     *
     * @param from notBefore
     * @param to notAfter
     */
    public record Validity(Instant from, Instant to) {
        public Validity {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("a certificate cannot end before it begins");
            }
        }
    }

    /** Collects what departs from an official's certificate. */
    public static final class Builder {
        private final Subject subject;
        private Optional<Validity> validity = Optional.empty();
        private Optional<BigInteger> serial = Optional.empty();
        private KeyAlgorithm keyAlgorithm = KeyAlgorithm.RSA_2048;
        private Set<KeyUse> keyUsages = EnumSet.of(KeyUse.DIGITAL_SIGNATURE, KeyUse.NON_REPUDIATION);
        private List<String> extendedKeyUsages = List.of();
        private boolean criticalExtendedKeyUsage;
        private boolean ocspNoCheck;
        private Set<PkiAddresses.Service> services = EnumSet.allOf(PkiAddresses.Service.class);

        private Builder(Subject subject) {
            this.subject = subject;
        }

        public Builder validity(Instant from, Instant to) {
            validity = Optional.of(new Validity(from, to));
            return this;
        }

        public Builder serial(BigInteger value) {
            serial = Optional.of(value);
            return this;
        }

        public Builder keyAlgorithm(KeyAlgorithm value) {
            keyAlgorithm = value;
            return this;
        }

        public Builder keyUsages(Set<KeyUse> value) {
            keyUsages = value;
            return this;
        }

        public Builder extendedKeyUsages(String... oids) {
            extendedKeyUsages = List.of(oids);
            return this;
        }

        public Builder criticalExtendedKeyUsage(boolean value) {
            criticalExtendedKeyUsage = value;
            return this;
        }

        public Builder services(Set<PkiAddresses.Service> value) {
            services = value;
            return this;
        }

        public CertificateProfile build() {
            return new CertificateProfile(
                    subject,
                    validity,
                    serial,
                    keyAlgorithm,
                    keyUsages,
                    extendedKeyUsages,
                    criticalExtendedKeyUsage,
                    ocspNoCheck,
                    services);
        }
    }
}
