package id.espm.signer.authority;

import id.espm.signer.Caution;
import id.espm.signer.Problem;
import id.espm.signer.RevocationGap;
import id.espm.signer.key.SigningKey;
import id.espm.signer.trust.revocation.Revocation;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether an official may sign with a certificate, and why.
 *
 * @param grounds    one for each {@link Check}, in its order
 * @param chain      the certificate and its issuers as far as they are known, each signed by the next
 * @param revocation what was said of the certificate itself
 * @param light      the verdict at a glance
 */
public record Assessment(List<Ground> grounds, List<X509Certificate> chain, Revocation revocation, Light light) {
    /** Keeps copies. */
    public Assessment {
        grounds = List.copyOf(grounds);
        chain = List.copyOf(chain);
    }

    static Assessment of(
            Map<Check, Outcome> outcomes, List<X509Certificate> chain, Revocation revocation, SigningPolicy policy) {
        List<Ground> grounds = new EnumMap<>(outcomes)
                .entrySet().stream()
                        .map(entry -> new Ground(entry.getKey(), entry.getValue()))
                        .toList();
        return new Assessment(grounds, chain, revocation, light(grounds, policy));
    }

    /** What came of one check. */
    public Outcome outcome(Check check) {
        return grounds.stream()
                .filter(ground -> ground.check() == check)
                .map(Ground::outcome)
                .findFirst()
                .orElseGet(Outcome.NotChecked::new);
    }

    /**
     * The key with those issuers that its source did not hold, so that who verifies need not search for them. Roots are left
     * out: nobody trusts one for standing in a signature.
     */
    public SigningKey complete(SigningKey key) {
        List<X509Certificate> completed = new ArrayList<>(key.chain());
        for (X509Certificate issuer : chain) {
            boolean root = issuer.getSubjectX500Principal().equals(issuer.getIssuerX500Principal());
            if (!root && !completed.contains(issuer)) {
                completed.add(issuer);
            }
        }
        return key.with(completed);
    }

    /** What forbids signing, the first in the order of {@link Check}. */
    public Optional<Problem> objection() {
        return grounds.stream().flatMap(ground -> problem(ground).stream()).findFirst();
    }

    /** What must be told, in the order of {@link Check}. */
    public List<Caution.OfKey> cautions() {
        return grounds.stream().flatMap(Assessment::caution).toList();
    }

    private static Optional<Problem> problem(Ground ground) {
        return ground.outcome() instanceof Outcome.Refused refused ? Optional.of(refused.problem()) : Optional.empty();
    }

    private static Stream<Caution.OfKey> caution(Ground ground) {
        return ground.outcome() instanceof Outcome.Cautioned cautioned
                ? Stream.of(cautioned.caution())
                : Stream.empty();
    }

    /** Merah with an objection; jingga with a caution that the official has to act on; else hijau. */
    private static Light light(List<Ground> grounds, SigningPolicy policy) {
        if (grounds.stream().anyMatch(ground -> problem(ground).isPresent())) {
            return Light.MERAH;
        }
        return grounds.stream().flatMap(Assessment::caution).anyMatch(caution -> isToBeActedOn(caution, policy))
                ? Light.JINGGA
                : Light.HIJAU;
    }

    /** Without a network something is always unknown, so that alone need not alarm; a forged answer does. */
    private static boolean isToBeActedOn(Caution.OfKey caution, SigningPolicy policy) {
        return switch (caution) {
            case Caution.ExpiresSoon c -> true;
            case Caution.WeakAlgorithm c -> true;
            case Caution.ClockDrift c -> true;
            case Caution.IssuerNotJudged c -> policy.unknownIsJingga();
            case Caution.RevocationUnknown c ->
                policy.unknownIsJingga() || c.gap() == RevocationGap.FORGED || c.gap() == RevocationGap.WRONG_NONCE;
        };
    }
}
