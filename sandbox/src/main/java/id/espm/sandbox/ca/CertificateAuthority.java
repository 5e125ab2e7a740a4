package id.espm.sandbox.ca;

import id.espm.sandbox.ca.CertificateProfile.Validity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A practice root and the intermediate below it, which plays BSrE. It issues end-entity certificates, keeps the register
 * of what it issued and revoked, and holds the keys of its services. Safe for use by several threads.
 *
 * <p>The chain of three (official, intermediate, root) is that of BSrE's certificates since 2022.
 */
public final class CertificateAuthority {
    private static final String ORGANISATION = "Latihan e-SPM Signer";
    private static final Subject TSA = Subject.named("Timestamp Authority LATIHAN (bukan sungguhan)")
            .instansi(ORGANISATION)
            .build();
    /** Long before and after: practice has certificates that expired, and tests move the clock. */
    private static final Duration BEFORE = Duration.ofDays(3_653);

    private static final Duration AFTER = Duration.ofDays(7_305);

    private final KeyVault vault;
    private final Register register;
    private final InstantSource clock;
    private final Optional<PkiAddresses> addresses;
    private final KeyAlgorithm keyAlgorithm;
    private final Names names;

    private CertificateAuthority(Home home, InstantSource clock, KeyAlgorithm keyAlgorithm) {
        this.vault = home.vault;
        this.register = home.register;
        this.addresses = home.addresses;
        this.names = home.names;
        this.clock = clock;
        this.keyAlgorithm = keyAlgorithm;
    }

    /** A CA for one test: nothing on disk, no addresses in its certificates, keys of RSA 2048 as they are made fast. */
    public static CertificateAuthority inMemory(InstantSource clock) {
        return inMemory(clock, Optional.empty());
    }

    /** A CA for one test whose certificates name services at these addresses. */
    public static CertificateAuthority inMemory(InstantSource clock, PkiAddresses addresses) {
        return inMemory(clock, Optional.of(addresses));
    }

    private static CertificateAuthority inMemory(InstantSource clock, Optional<PkiAddresses> addresses) {
        return inMemory(clock, addresses, Names.OURS);
    }

    private static CertificateAuthority inMemory(InstantSource clock, Optional<PkiAddresses> addresses, Names names) {
        Home home = new Home(KeyVault.inMemory(), Register.inMemory(), addresses, names);
        return new CertificateAuthority(home, clock, KeyAlgorithm.RSA_2048);
    }

    /** Another CA than that of the practice, by other names, whose certificates name services at these addresses. */
    public static CertificateAuthority stranger(InstantSource clock, PkiAddresses addresses) {
        return inMemory(clock, Optional.of(addresses), Names.OTHERS);
    }

    /**
     * The CA that lives in this folder, or a new one: {@code root.pem} and {@code intermediate.pem} are its trust
     * anchors, {@code private/} holds keys, register and the port of its services.
     *
     * @throws IOException if the folder cannot be read or written, or is damaged
     */
    public static CertificateAuthority inFolder(Path folder, InstantSource clock) throws IOException {
        CaFolder files = CaFolder.prepare(folder);
        Home home = new Home(
                KeyVault.inFolder(files.privateFolder()),
                Register.inFile(files.register()),
                Optional.of(files.addresses()),
                Names.OURS);
        CertificateAuthority ca = new CertificateAuthority(home, clock, KeyAlgorithm.RSA_3072);
        try {
            files.writeAnchors(ca.root().certificate(), ca.intermediate().certificate());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return ca;
    }

    /** Makes a key pair and certifies it. */
    public IssuedKey issue(CertificateProfile profile) {
        return issue(profile, profile.keyAlgorithm().generate());
    }

    /** Certifies this key pair, whatever the profile says of keys. */
    public IssuedKey issue(CertificateProfile profile, KeyPair keys) {
        return issue(Issuer.INTERMEDIATE, profile, keys);
    }

    /** Revokes one of the intermediate's certificates from now on. */
    public void revoke(X509Certificate certificate, RevocationReason reason) {
        revoke(certificate, reason, now());
    }

    /**
     * Revokes one of the intermediate's certificates as of a time, which may be past.
     *
     * @throws IllegalArgumentException if this CA did not issue it
     */
    public void revoke(X509Certificate certificate, RevocationReason reason, Instant at) {
        revoke(Issuer.INTERMEDIATE, certificate.getSerialNumber(), reason, at);
    }

    /** Revokes what either authority issued; so the root can revoke the intermediate. */
    public void revoke(Issuer issuer, BigInteger serial, RevocationReason reason, Instant at) {
        register.revoke(issuer, serial, new IssuedCertificate.Revocation(at.truncatedTo(ChronoUnit.SECONDS), reason));
    }

    /** Every certificate that the two authorities issued, oldest first. */
    public List<IssuedCertificate> register() {
        return register.all();
    }

    /** The register's line for a serial number, if that issuer ever gave it. */
    public Optional<IssuedCertificate> find(Issuer issuer, BigInteger serial) {
        return register.find(issuer, serial);
    }

    public IssuedKey root() {
        return vault.get("root", this::makeRoot);
    }

    public IssuedKey intermediate() {
        return vault.get("intermediate", this::makeIntermediate);
    }

    /** The key of one of the two authorities. */
    public IssuedKey authority(Issuer issuer) {
        return switch (issuer) {
            case ROOT -> root();
            case INTERMEDIATE -> intermediate();
        };
    }

    /** The responder to which an authority delegated its OCSP answers. */
    public IssuedKey ocspSigner(Issuer issuer) {
        String name = "Responder OCSP LATIHAN " + (issuer == Issuer.ROOT ? "Root CA" : "CA BSrE");
        return vault.get("ocsp-" + issuer.fileName(), () -> {
            Subject subject = Subject.named(name).instansi(ORGANISATION).build();
            return issueService(issuer, CertificateProfile.ocspResponder(subject));
        });
    }

    /** The key of the time-stamping authority. */
    public IssuedKey timeStampSigner() {
        return vault.get("tsa", () -> issueService(Issuer.INTERMEDIATE, CertificateProfile.timeStamping(TSA)));
    }

    /** A key of the sandbox's own servers, made on first need and kept under that name. */
    public IssuedKey serverKey(String name, CertificateProfile profile) {
        return vault.get(name, () -> issue(profile));
    }

    /** Root and intermediate: what a verifier is told to trust. */
    public List<X509Certificate> anchors() {
        return List.of(root().certificate(), intermediate().certificate());
    }

    /** Where its services answer; empty for a CA without any. */
    public Optional<PkiAddresses> addresses() {
        return addresses;
    }

    /** The clock that it and its services go by. */
    public InstantSource clock() {
        return clock;
    }

    private IssuedKey makeRoot() {
        KeyPair keys = keyAlgorithm.generate();
        return new IssuedKey(keys.getPrivate(), List.of(CertificateMaker.makeRoot(names.root, keys, lifetime())));
    }

    private IssuedKey makeIntermediate() {
        KeyPair keys = keyAlgorithm.generate();
        X509Certificate certificate =
                maker(Issuer.ROOT).makeIntermediate(names.intermediate, keys.getPublic(), lifetimeWithin(root()));
        enter(Issuer.ROOT, certificate);
        return new IssuedKey(keys.getPrivate(), List.of(certificate, root().certificate()));
    }

    /** A service's certificate lives as long as its issuer's, so that it works at any time a test may choose. */
    private IssuedKey issueService(Issuer issuer, CertificateProfile.Builder profile) {
        Validity validity = lifetimeWithin(authority(issuer));
        CertificateProfile complete =
                profile.validity(validity.from(), validity.to()).build();
        return issue(issuer, complete, complete.keyAlgorithm().generate());
    }

    private IssuedKey issue(Issuer issuer, CertificateProfile profile, KeyPair keys) {
        X509Certificate certificate = maker(issuer).make(profile, keys.getPublic(), now());
        enter(issuer, certificate);
        List<X509Certificate> chain = new ArrayList<>(List.of(certificate));
        chain.addAll(authority(issuer).chain());
        return new IssuedKey(keys.getPrivate(), chain);
    }

    private void enter(Issuer issuer, X509Certificate certificate) {
        register.add(new IssuedCertificate(
                certificate.getSerialNumber(),
                issuer,
                certificate.getSubjectX500Principal().getName(),
                now(),
                Optional.empty()));
    }

    private CertificateMaker maker(Issuer issuer) {
        return new CertificateMaker(authority(issuer), issuer, addresses);
    }

    private Validity lifetime() {
        return new Validity(now().minus(BEFORE), now().plus(AFTER));
    }

    private static Validity lifetimeWithin(IssuedKey authority) {
        X509Certificate certificate = authority.certificate();
        return new Validity(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Where a CA keeps its things. */
    private record Home(KeyVault vault, Register register, Optional<PkiAddresses> addresses, Names names) {}

    /** What the two authorities are called. */
    private enum Names {
        OURS("Root CA LATIHAN (bukan sungguhan)", "CA LATIHAN BSrE (bukan sungguhan)"),
        OTHERS("Root CA LAIN LATIHAN (bukan sungguhan)", "CA LAIN LATIHAN (bukan sungguhan)");

        // A record of texts; the checker knows no Optional.
        @SuppressWarnings("ImmutableEnumChecker")
        private final Subject root;

        @SuppressWarnings("ImmutableEnumChecker")
        private final Subject intermediate;

        Names(String root, String intermediate) {
            this.root = Subject.named(root).instansi(ORGANISATION).build();
            this.intermediate =
                    Subject.named(intermediate).instansi(ORGANISATION).build();
        }
    }
}
