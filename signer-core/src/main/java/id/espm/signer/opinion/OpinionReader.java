package id.espm.signer.opinion;

import eu.europa.esig.dss.diagnostic.CertificateRevocationWrapper;
import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.RevocationReason;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.validation.reports.Reports;
import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.Sha256;
import id.espm.signer.Verdict;
import id.espm.signer.verify.SignatureOpinion;
import id.espm.signer.verify.SignatureOpinion.ChainLink;
import id.espm.signer.verify.SignatureOpinion.RevocationWord;
import id.espm.signer.verify.SignatureOpinion.Timestamp;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Translates DSS's reports into opinions. */
final class OpinionReader {
    private final SimpleReport simple;
    private final Instant at;

    private OpinionReader(SimpleReport simple, Instant at) {
        this.simple = simple;
        this.at = at;
    }

    /** Each signature by the hash of its value; where two share one, the worse verdict counts. */
    static Map<Sha256, SignatureOpinion> read(Reports reports, Instant at) {
        OpinionReader reader = new OpinionReader(reports.getSimpleReport(), at);
        Map<Sha256, SignatureOpinion> opinions = new HashMap<>();
        for (SignatureWrapper signature : reports.getDiagnosticData().getSignatures()) {
            byte @Nullable [] value = signature.getSignatureValue();
            if (value != null) {
                opinions.merge(Sha256.of(value), reader.read(signature), OpinionReader::worse);
            }
        }
        return opinions;
    }

    private static SignatureOpinion worse(SignatureOpinion a, SignatureOpinion b) {
        return Verdict.worse(a.verdict(), b.verdict()).equals(a.verdict()) ? a : b;
    }

    private SignatureOpinion read(SignatureWrapper signature) {
        String id = signature.getId();
        List<ChainLink> chain = signature.getCertificateChain().stream()
                .map(OpinionReader::link)
                .toList();
        return new SignatureOpinion(
                explained(verdict(id), chain),
                at,
                signature.getSignatureFormat().toString(),
                chain,
                signature.getTimestampList().stream().map(this::timestamp).toList(),
                Stream.concat(
                                simple.getAdESValidationErrors(id).stream(),
                                simple.getAdESValidationWarnings(id).stream())
                        .map(Message::getValue)
                        .distinct()
                        .toList());
    }

    private Verdict verdict(String id) {
        @Nullable Indication indication = simple.getIndication(id);
        if (indication == Indication.TOTAL_PASSED || indication == Indication.PASSED) {
            return Verdict.valid();
        }
        Finding reason = reason(id, simple.getSubIndication(id));
        boolean failed = indication == Indication.TOTAL_FAILED || indication == Indication.FAILED;
        return failed ? new Verdict.Invalid(reason) : new Verdict.Indeterminate(reason);
    }

    /** DSS has one sub-indication for a chain that cannot be built and for one of which nobody says whether it is revoked. */
    private static Verdict explained(Verdict verdict, List<ChainLink> chain) {
        boolean general = verdict instanceof Verdict.Indeterminate indeterminate
                && indeterminate.reason().kind() == Kind.CERTIFICATE_CHAIN_GENERAL_FAILURE;
        return chain.stream()
                .takeWhile(link -> !link.anchor())
                .filter(link -> general && link.revocation().isEmpty())
                .findFirst()
                .<Verdict>map(link -> new Verdict.Indeterminate(new Finding(Kind.REVOCATION_UNKNOWN, link.name())))
                .orElse(verdict);
    }

    /** Our vocabulary has the words of EN 319 102-1 under their own names. */
    private Finding reason(String id, @Nullable SubIndication sub) {
        if (sub == null) {
            return Finding.of(Kind.NO_SECOND_OPINION);
        }
        if (sub == SubIndication.SIG_CONSTRAINTS_FAILURE) {
            // Which of many constraints is told by words only.
            String words = simple.getAdESValidationErrors(id).stream()
                    .findFirst()
                    .map(Message::getValue)
                    .orElse("");
            return new Finding(Kind.SIG_CONSTRAINTS_FAILURE, words);
        }
        return Stream.of(Kind.values())
                .filter(kind -> kind.name().equals(sub.name()))
                .findFirst()
                .map(Finding::of)
                .orElseGet(() -> new Finding(Kind.NO_SECOND_OPINION, sub.name()));
    }

    private static ChainLink link(CertificateWrapper certificate) {
        return new ChainLink(
                Objects.requireNonNullElse(certificate.getCommonName(), certificate.getCertificateDN()),
                new BigInteger(certificate.getSerialNumber()).toString(16),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                certificate.isTrusted(),
                certificate.getCertificateRevocationData().stream()
                        .max(Comparator.comparing(CertificateRevocationWrapper::isRevoked)
                                .thenComparing(OpinionReader::producedAt))
                        .map(OpinionReader::word));
    }

    private static RevocationWord word(CertificateRevocationWrapper revocation) {
        boolean revoked = revocation.isRevoked();
        @Nullable RevocationReason reason = revocation.getReason();
        return new RevocationWord(
                revocation.getRevocationType().name(),
                revocation.isInternalRevocationOrigin(),
                producedAt(revocation),
                revoked ? Optional.ofNullable(revocation.getRevocationDate()).map(Date::toInstant) : Optional.empty(),
                revoked && reason != null ? reason.name() : "");
    }

    private static Instant producedAt(CertificateRevocationWrapper revocation) {
        return Stream.of(revocation.getProductionDate(), revocation.getThisUpdate())
                .filter(Objects::nonNull)
                .findFirst()
                .map(Date::toInstant)
                .orElse(Instant.EPOCH);
    }

    private Timestamp timestamp(TimestampWrapper timestamp) {
        @Nullable CertificateWrapper authority = timestamp.getSigningCertificate();
        return new Timestamp(
                timestamp.getType().name(),
                timestamp.getProductionTime().toInstant(),
                authority == null ? "" : Objects.requireNonNullElse(authority.getCommonName(), ""),
                verdict(timestamp.getId()));
    }
}
