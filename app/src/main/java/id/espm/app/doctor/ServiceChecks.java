package id.espm.app.doctor;

import id.espm.app.espm.EspmSettings;
import id.espm.app.settings.KeySettings.RevocationMode;
import id.espm.app.settings.SeenCertificate;
import id.espm.app.settings.SignatureSettings;
import id.espm.app.signing.KeySetup;
import id.espm.app.signing.SecretFile;
import id.espm.app.text.AssessmentText;
import id.espm.signer.Caution;
import id.espm.signer.DigestAlgorithm;
import id.espm.signer.SignerException;
import id.espm.signer.authority.Assessment;
import id.espm.signer.authority.AssessmentRequest;
import id.espm.signer.authority.Check;
import id.espm.signer.authority.SigningAuthority;
import id.espm.signer.key.CertificateIdentity;
import id.espm.signer.network.BoundedHttp;
import id.espm.signer.network.HttpAnswer;
import id.espm.signer.network.HttpLimits;
import id.espm.signer.network.NetworkException;
import id.espm.signer.network.Proxies;
import id.espm.signer.timestamp.HttpTimestampSource;
import id.espm.signer.timestamp.RetryPlan;
import id.espm.signer.timestamp.TimestampSettings;
import id.espm.signer.timestamp.TsaLogin;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What others have to say: the issuer, the proxy, eSPM, the time-stamping servers. */
final class ServiceChecks {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 1 << 20;
    private static final int SERVER_IN_TROUBLE = 500;

    private final Patient patient;
    private final Findings findings;

    ServiceChecks(Patient patient, Findings findings) {
        this.patient = patient;
        this.findings = findings;
    }

    /** In the order of {@link Subject}; they may run at the same time. */
    List<Supplier<ServiceAnswer>> all() {
        List<Supplier<ServiceAnswer>> all = new ArrayList<>(List.of(this::certificate));
        if (!patient.online()) {
            all.add(() -> new ServiceAnswer(
                    Stream.of(Subject.PROXY, Subject.ESPM, Subject.TSA)
                            .map(subject -> findings.found(subject, Condition.NOT_CHECKED, "doctor.offline"))
                            .toList(),
                    Optional.empty()));
            return all;
        }
        all.add(this::proxy);
        all.add(this::espm);
        List<URI> servers = patient.profile().signature().tsa();
        servers.forEach(server -> all.add(() -> stamp(server)));
        if (servers.isEmpty()) {
            all.add(() -> ServiceAnswer.of(findings.found(Subject.TSA, Condition.NOT_CHECKED, "doctor.tsa.none")));
        }
        return all;
    }

    private ServiceAnswer certificate() {
        Optional<SeenCertificate> seen = patient.settings().seenCertificate();
        if (seen.isEmpty()) {
            return new ServiceAnswer(
                    Stream.of(Subject.CERTIFICATE, Subject.REVOCATION)
                            .map(subject -> findings.found(subject, Condition.NOT_CHECKED, "doctor.certificate.none"))
                            .toList(),
                    Optional.empty());
        }
        Instant now = patient.clock().instant();
        try (SigningAuthority authority = KeySetup.authority(
                patient.settings(),
                patient.online()
                        ? patient.profile().key()
                        : patient.profile().key().with(RevocationMode.OFF),
                patient.anchors(),
                Proxies.chosenBy(patient.proxies()))) {
            Assessment assessment =
                    authority.assess(AssessmentRequest.of(seen.get().chain(), now));
            return new ServiceAnswer(certificate(seen.get(), assessment), Optional.empty());
        }
    }

    private List<Diagnosis> certificate(SeenCertificate seen, Assessment assessment) {
        List<AssessmentText.Line> lines = findings.texts().assessment().lines(assessment);
        CertificateIdentity identity = CertificateIdentity.of(
                seen.chain().getFirst(), KeySetup.nikPlaces(patient.profile().key()));
        String until = findings.texts().dates().date(identity.notAfter());
        List<Diagnosis> found = new ArrayList<>();
        Optional<AssessmentText.Line> worst = lines.stream()
                .filter(line -> line.check() != Check.REVOCATION)
                .filter(line -> line.reason().isPresent())
                .max(Comparator.comparing(ServiceChecks::condition));
        found.add(worst.map(line -> new Diagnosis(
                        Subject.CERTIFICATE, condition(line), line.reason().orElse(""), ""))
                .orElseGet(() -> findings.found(Subject.CERTIFICATE, Condition.GOOD, "doctor.certificate", until)));
        lines.stream()
                .filter(line -> line.check() == Check.REVOCATION)
                .map(line -> revocation(line, identity.issuer()))
                .forEach(found::add);
        return found;
    }

    private Diagnosis revocation(AssessmentText.Line line, String issuer) {
        return line.reason()
                .filter(why -> patient.online())
                .map(why -> new Diagnosis(Subject.REVOCATION, condition(line), why, ""))
                .orElseGet(() -> condition(line) == Condition.GOOD
                        ? findings.found(Subject.REVOCATION, Condition.GOOD, "doctor.revocation", issuer)
                        : findings.found(Subject.REVOCATION, Condition.NOT_CHECKED, "doctor.offline"));
    }

    private static Condition condition(AssessmentText.Line line) {
        return switch (line.grade()) {
            case PASSED -> Condition.GOOD;
            case CAUTION -> Condition.CAUTION;
            case REFUSED -> Condition.BAD;
            case NOT_CHECKED -> Condition.NOT_CHECKED;
        };
    }

    private URI espmAddress() {
        return patient.profile().url().orElse(EspmSettings.ESPM);
    }

    private ServiceAnswer proxy() {
        String source = patient.profile()
                .pac()
                .map(script -> findings.texts().get("doctor.proxy.script", script.toString()))
                .orElseGet(() -> findings.texts().get("doctor.proxy.system"));
        try {
            String ways = patient.proxies().select(espmAddress()).stream()
                    .map(this::way)
                    .reduce((a, b) -> a + ", " + b)
                    .orElseGet(() -> way(Proxy.NO_PROXY));
            return ServiceAnswer.of(findings.found(
                    Subject.PROXY, Condition.GOOD, "doctor.proxy", espmAddress().toString(), ways, source));
        } catch (UncheckedIOException e) {
            return ServiceAnswer.of(findings.found(
                    Subject.PROXY,
                    Condition.BAD,
                    "doctor.proxy.unknown",
                    source,
                    String.valueOf(Objects.requireNonNull(e.getCause()).getMessage())));
        }
    }

    private String way(Proxy proxy) {
        return proxy.type() != Proxy.Type.DIRECT && proxy.address() instanceof InetSocketAddress at
                ? at.getHostString() + ":" + at.getPort()
                : findings.texts().get("doctor.proxy.direct");
    }

    private ServiceAnswer espm() {
        URI address = espmAddress();
        Instant asked = patient.clock().instant();
        try (BoundedHttp http =
                BoundedHttp.staying(new HttpLimits(CONNECT, ANSWER, MOST_BYTES), Proxies.chosenBy(patient.proxies()))) {
            HttpAnswer answer = http.get(address);
            boolean well = answer.status() < SERVER_IN_TROUBLE;
            Diagnosis found = findings.found(
                    Subject.ESPM,
                    well ? Condition.GOOD : Condition.CAUTION,
                    well ? "doctor.espm" : "doctor.espm.trouble",
                    address.toString(),
                    answer.status());
            Optional<ClockReading> clock = answer.date()
                    .map(said -> new ClockReading(Duration.between(said, asked), address.getHost(), false));
            return new ServiceAnswer(List.of(found), clock);
        } catch (NetworkException e) {
            return ServiceAnswer.of(findings.found(
                    Subject.ESPM,
                    e.kind() == NetworkException.Kind.PROXY_LOGIN_REFUSED ? Condition.CAUTION : Condition.BAD,
                    "doctor.espm." + e.kind(),
                    address.toString(),
                    String.valueOf(e.getMessage())));
        }
    }

    private ServiceAnswer stamp(URI server) {
        byte[] imprint = new byte[DigestAlgorithm.SHA256.newDigest().getDigestLength()];
        new SecureRandom().nextBytes(imprint);
        TimestampSettings settings = TimestampSettings.builder(List.of(server))
                .timeouts(CONNECT, ANSWER)
                .retries(RetryPlan.once())
                .proxies(Proxies.chosenBy(patient.proxies()))
                .build();
        try (HttpTimestampSource source =
                new HttpTimestampSource(settings, login(patient.profile().signature()))) {
            source.stamp(DigestAlgorithm.SHA256, imprint);
            Duration ahead = source.drift().map(Caution.ClockDrift::ahead).orElse(Duration.ZERO);
            return new ServiceAnswer(
                    List.of(findings.found(Subject.TSA, Condition.GOOD, "doctor.tsa", server.toString())),
                    Optional.of(new ClockReading(ahead, String.valueOf(server.getHost()), true)));
        } catch (SignerException e) {
            return ServiceAnswer.of(findings.bad(Subject.TSA, e.problem()));
        }
    }

    private static Optional<TsaLogin> login(SignatureSettings signature) throws SignerException {
        return signature.tsaUserFile().isPresent()
                ? SecretFile.login(signature.tsaUserFile().get())
                : Optional.empty();
    }
}
