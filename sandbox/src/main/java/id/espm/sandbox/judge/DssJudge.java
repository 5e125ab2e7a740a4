package id.espm.sandbox.judge;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import id.espm.sandbox.judge.bundle.BundleFiles;
import id.espm.sandbox.judge.bundle.UnsafeBundleException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges signatures with the EU's Digital Signature Service (DSS), which shares no code with the Signer: the basis of
 * eSPM's and KPPN's verdicts, and the second opinion in the Signer's own tests.
 *
 * <p>Safe for use by several threads. DSS, not this class, adds the Bouncy Castle provider to the JVM's list when its
 * classes load; nothing here relies on that list.
 */
public final class DssJudge {
    private final List<CertificateToken> anchors;
    private final Revocation revocation;
    private final Clock clock;
    private final HttpClient http = LoopbackDataLoader.newClient();

    /**
     * A judge.
     *
     * @param anchors certificates that are trusted as they are
     * @param revocation whether to ask for revocation state
     * @param clock what time signatures are judged at
     */
    public DssJudge(List<X509Certificate> anchors, Revocation revocation, Clock clock) {
        if (anchors.isEmpty()) {
            throw new IllegalArgumentException("no trust anchor");
        }
        this.anchors = anchors.stream().map(CertificateToken::new).toList();
        this.revocation = revocation;
        this.clock = clock;
    }

    /** A judge that trusts the given CAs and asks their responders. */
    public static DssJudge trusting(List<X509Certificate> anchors) {
        return new DssJudge(anchors, Revocation.ONLINE, Clock.systemUTC());
    }

    /** A judge that needs no revocation data: for CAs without responders. */
    public static DssJudge withoutRevocation(List<X509Certificate> anchors) {
        return new DssJudge(anchors, Revocation.NOT_REQUIRED, Clock.systemUTC());
    }

    /**
     * Reads trust anchors.
     *
     * @param folder its {@code *.pem}, {@code *.crt} and {@code *.cer} files, PEM or DER
     * @throws CertificateException when one of them holds no certificate
     */
    public static List<X509Certificate> readAnchors(Path folder) throws IOException, CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(pem|crt|cer)")) {
                    try (InputStream in = Files.newInputStream(file)) {
                        factory.generateCertificates(in).forEach(c -> found.add((X509Certificate) c));
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    /**
     * Judges a file by itself: a PDF, an enveloping {@code .p7m}, or an {@code .asice} bundle with every PDF and
     * {@code .p7m} inside it.
     *
     * @throws UnsafeBundleException when a bundle's container is hostile or damaged
     * @throws IOException when the file cannot be read
     */
    public Judgement judge(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.toLowerCase(Locale.ROOT).endsWith(".asice")) {
            try (BundleFiles bundle = BundleFiles.open(file)) {
                return judgeBundle(file, bundle);
            }
        }
        return judgeSingle(name, new FileDocument(file.toFile()), List.of());
    }

    /**
     * Judges a bundle that was opened already.
     *
     * @param container the bundle's file
     * @param files what {@link BundleFiles#open} took out of it
     */
    public Judgement judgeBundle(Path container, BundleFiles files) {
        return judgeBundle(container.getFileName().toString(), container, files);
    }

    /**
     * Judges a bundle that was opened already and is kept under another name than its own.
     *
     * @param name how the bundle is called in the judgement
     * @param container the bundle's file
     * @param files what {@link BundleFiles#open} took out of it
     */
    public Judgement judgeBundle(String name, Path container, BundleFiles files) {
        List<String> unsigned = new ArrayList<>();
        List<JudgedSignature> signatures = new ArrayList<>();
        // The name decides how DSS reads a container; uploads are kept under names without an extension.
        FileDocument asice = new FileDocument(container.toFile());
        asice.setName("bundle.asice");
        collect(
                judgeSingle(name, asice, List.of()).withCoverage(name + "!", contentNames(files)),
                unsigned,
                signatures);
        for (Map.Entry<String, Path> entry : files.files().entrySet()) {
            if (entry.getKey().startsWith("adk/") || entry.getKey().startsWith("lampiran/")) {
                FileDocument document = new FileDocument(entry.getValue().toFile());
                collect(judgeSingle(name + "!" + entry.getKey(), document, List.of()), unsigned, signatures);
            }
        }
        return Judgement.of(name, unsigned, signatures);
    }

    /**
     * Judges a detached signature.
     *
     * @param signature the {@code .p7s}
     * @param content what it is said to sign
     * @throws IOException when a file cannot be read
     */
    public Judgement judgeDetached(Path signature, Path content) throws IOException {
        if (!Files.isReadable(content)) {
            throw new IOException("cannot read " + content);
        }
        String name = signature.getFileName().toString();
        return judgeSingle(name, new FileDocument(signature.toFile()), List.of(new FileDocument(content.toFile())));
    }

    /** All that a seal has to cover: everything but the type of the container. */
    private static Set<String> contentNames(BundleFiles files) {
        return files.files().keySet().stream()
                .filter(n -> !n.equals(BundleFiles.MIMETYPE))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void collect(Judgement part, List<String> unsigned, List<JudgedSignature> signatures) {
        unsigned.addAll(part.unsigned());
        signatures.addAll(part.signatures());
    }

    private Judgement judgeSingle(String name, DSSDocument document, List<DSSDocument> detached) {
        Reports reports;
        try {
            SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(document);
            validator.setCertificateVerifier(verifier());
            validator.setDetachedContents(detached);
            validator.setValidationTime(Date.from(clock.instant()));
            validator.setLocale(Locale.ENGLISH);
            // A policy object is changed while it is read, so that each validation gets its own.
            ValidationPolicy policy = PolicyText.load(revocation);
            reports = validator.validateDocument(policy);
        } catch (DSSException | UnsupportedOperationException | IllegalArgumentException e) {
            // What DSS cannot read carries no signature that could be relied on.
            return Judgement.of(name, List.of(name), List.of());
        }
        List<JudgedSignature> signatures = ReportReader.read(name, document, reports);
        return Judgement.of(name, signatures.isEmpty() ? List.of(name) : List.of(), signatures);
    }

    private CommonCertificateVerifier verifier() {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        anchors.forEach(trusted::addCertificate);
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trusted);
        if (revocation == Revocation.ONLINE) {
            LoopbackDataLoader any = new LoopbackDataLoader(http, "application/octet-stream");
            verifier.setOcspSource(new OnlineOCSPSource(new LoopbackDataLoader(http, "application/ocsp-request")));
            verifier.setCrlSource(new OnlineCRLSource(any));
            verifier.setAIASource(new DefaultAIASource(any));
        }
        return verifier;
    }
}
