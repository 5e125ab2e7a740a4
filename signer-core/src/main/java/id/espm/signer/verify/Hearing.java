package id.espm.signer.verify;

import id.espm.signer.Finding;
import id.espm.signer.Finding.Kind;
import id.espm.signer.Verdict;
import id.espm.signer.cms.CmsSignature;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Hears the second judge on the signatures of one file, and lets the worse verdict count (ADR-0012). */
final class Hearing {
    /** Reasons that fall away where a signature is judged at the time of its timestamp. */
    private static final Set<Kind> MATTERS_OF_TIME = Set.of(
            Kind.OUT_OF_BOUNDS_NO_POE,
            Kind.OUT_OF_BOUNDS_NOT_REVOKED,
            Kind.REVOCATION_OUT_OF_BOUNDS_NO_POE,
            Kind.NO_CERTIFICATE_CHAIN_FOUND_NO_POE,
            Kind.CRYPTO_CONSTRAINTS_FAILURE_NO_POE,
            Kind.NO_POE,
            Kind.TRY_LATER);

    /** A timestamp must be older than the time of judgement. */
    private static final Duration AFTER_TIMESTAMP = Duration.ofSeconds(1);

    /** Puts the file before a judge. */
    interface Question {
        SecondOpinion ask(SecondJudge judge, Instant at) throws IOException;
    }

    /**
     * How it ended.
     *
     * @param reports     each signature, judged by both
     * @param etsiReports the second judge's validation reports, where asked for
     */
    record Outcome(List<SignatureReport> reports, List<String> etsiReports) {}

    private final SecondJudge judge;
    private final Instant at;
    private final Question question;
    private final Map<Instant, SecondOpinion> opinions = new HashMap<>();

    private Hearing(SecondJudge judge, Instant at, Question question) {
        this.judge = judge;
        this.at = at;
        this.question = question;
    }

    static Outcome hear(VerificationSettings settings, List<FirstJudgement> first, Question question)
            throws IOException {
        Optional<SecondJudge> judge = settings.second().filter(second -> isWorthAsking(second, first));
        if (judge.isEmpty()) {
            return new Outcome(first.stream().map(FirstJudgement::report).toList(), List.of());
        }
        Optional<Finding> tooMuch = beyondBounds(first);
        if (tooMuch.isPresent()) {
            return new Outcome(
                    first.stream()
                            .map(j -> doubted(j.report(), tooMuch.get().detail()))
                            .toList(),
                    List.of());
        }
        Hearing hearing = new Hearing(judge.get(), settings.at(), question);
        List<SignatureReport> reports = new ArrayList<>();
        for (FirstJudgement judgement : first) {
            reports.add(hearing.both(judgement));
        }
        return new Outcome(
                reports,
                hearing.opinions.values().stream().flatMap(Hearing::etsiReport).toList());
    }

    /** A signature that is refused needs no second word. */
    private static boolean isWorthAsking(SecondJudge judge, List<FirstJudgement> first) {
        return first.stream()
                .anyMatch(j -> judge.reportsEverything() || !(j.report().verdict() instanceof Verdict.Invalid));
    }

    /** What is too much for the first judge is not put before the second, who knows no bounds. */
    private static Optional<Finding> beyondBounds(List<FirstJudgement> first) {
        return first.stream()
                .flatMap(judgement -> judgement.report().verdict() instanceof Verdict.Indeterminate indeterminate
                        ? Stream.of(indeterminate.reason())
                        : Stream.empty())
                .filter(reason -> reason.kind() == Kind.BEYOND_BOUNDS)
                .findFirst();
    }

    private SignatureReport both(FirstJudgement first) throws IOException {
        return switch (opinion(at)) {
            case SecondOpinion.Given given -> both(first, given);
            case SecondOpinion.Refused refused -> doubted(first.report(), refused.why());
            case SecondOpinion.NotAsked notAsked -> first.report().with("no second opinion: " + notAsked.why());
        };
    }

    private SecondOpinion opinion(Instant time) throws IOException {
        SecondOpinion known = opinions.get(time);
        if (known == null) {
            known = question.ask(judge, time);
            opinions.put(time, known);
        }
        return known;
    }

    private SignatureReport both(FirstJudgement first, SecondOpinion.Given given) throws IOException {
        SignatureReport report = first.report();
        Optional<SignatureOpinion> opinion =
                first.signature().map(signature -> given.signatures().get(signature.value()));
        if (opinion.isEmpty()) {
            return doubted(report, "");
        }
        if (isOnlyOutOfOrder(first.signature(), opinion.get())) {
            return report;
        }
        SignatureOpinion best = atItsTimestamp(first, opinion.get());
        return report.with(Verdict.worse(report.verdict(), best.verdict()), Optional.of(best));
    }

    /** Our own judge knows both orders of signed attributes, the second but one; its word counts for nothing else then. */
    private static boolean isOnlyOutOfOrder(Optional<CmsSignature> signature, SignatureOpinion opinion) {
        return signature.filter(CmsSignature::sentOrder).isPresent()
                && opinion.verdict() instanceof Verdict.Invalid invalid
                && invalid.reason().kind() == Kind.SIG_CRYPTO_FAILURE;
    }

    /**
     * Where nobody asked for word on revocation, a signature with a timestamp that we trust is judged as of then: after its
     * certificate has expired nobody can say more of it than on that day.
     */
    private SignatureOpinion atItsTimestamp(FirstJudgement first, SignatureOpinion now) throws IOException {
        Optional<Instant> proven = first.report().provenTime().filter(time -> time.isBefore(at));
        boolean matterOfTime = now.verdict() instanceof Verdict.Indeterminate indeterminate
                && MATTERS_OF_TIME.contains(indeterminate.reason().kind());
        if (judge.wantsRevocation() || !matterOfTime || proven.isEmpty()) {
            return now;
        }
        if (!(opinion(proven.get().plus(AFTER_TIMESTAMP)) instanceof SecondOpinion.Given then)) {
            return now;
        }
        return first.signature()
                .map(signature -> then.signatures().get(signature.value()))
                .filter(opinion -> opinion.verdict().isValid())
                .orElse(now);
    }

    private static SignatureReport doubted(SignatureReport report, String why) {
        Verdict doubt = new Verdict.Indeterminate(new Finding(Kind.NO_SECOND_OPINION, why));
        return report.with(Verdict.worse(report.verdict(), doubt), Optional.empty());
    }

    private static Stream<String> etsiReport(SecondOpinion opinion) {
        return opinion instanceof SecondOpinion.Given given ? given.etsiReport().stream() : Stream.empty();
    }
}
