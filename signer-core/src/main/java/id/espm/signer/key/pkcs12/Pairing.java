package id.espm.signer.key.pkcs12;

import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.key.chain.CertificateChain;
import java.io.IOException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * Finds each key's certificate: the one of the same localKeyID if it certifies that key, else any that does, the one that
 * is valid longest first. A localKeyID by itself proves nothing: some writers give all certificates the same.
 */
final class Pairing {
    /** What looking through all certificates for a key is worth, so that thousands of keys are refused. */
    private static final Work SEARCH = new Work(0, 20_000);

    private final Path file;
    private final Bags bags;
    private final Budget budget;
    private final CertificateChain chains;
    private final List<KeyEntry> entries = new ArrayList<>();
    private final List<Problem> orphans = new ArrayList<>();

    Pairing(Path file, Bags bags, Budget budget) {
        this.file = file;
        this.bags = bags;
        this.budget = budget;
        this.chains = new CertificateChain(bags.certificates().stream()
                .map(Bags.CertificateBag::certificate)
                .toList());
    }

    /** Every key that has a certificate, the usable ones first; a key that is there twice counts once. */
    List<KeyEntry> entries() throws SignerException {
        for (Bags.KeyBag key : bags.keys()) {
            budget.require(SEARCH);
            pair(key);
        }
        entries.sort(Comparator.comparing(entry -> entry.objection().isPresent()));
        return List.copyOf(entries);
    }

    /** What is wrong with the keys that have none. */
    List<Problem> orphans() {
        return orphans;
    }

    private void pair(Bags.KeyBag bag) throws SignerException {
        List<X509Certificate> sameId = sameId(bag);
        try {
            PrivateKeyInfo info = bag.info();
            PrivateKey key = PrivateKeys.of(info, info.getPrivateKeyAlgorithm());
            Optional<X509Certificate> owner = owner(new KeyMatch(info, key, budget), sameId);
            if (owner.isPresent()) {
                add(KeyEntry.usable(forOwner(info, key, owner.get()), chains.from(owner.get())));
            } else {
                refuse(sameId, new Problem.KeyCertificateMismatch(file), withoutCertificate());
            }
        } catch (NoSuchAlgorithmException e) {
            Problem problem = new Problem.KeyAlgorithmUnsupported(file, String.valueOf(e.getMessage()));
            refuse(sameId, problem, problem);
        } catch (IOException e) {
            Problem problem = new Problem.KeyFileDamaged(file);
            refuse(sameId, problem, problem);
        }
    }

    private Problem withoutCertificate() {
        return bags.brokenCertificates() > 0
                ? new Problem.KeyFileDamaged(file)
                : new Problem.KeyWithoutCertificate(file);
    }

    private void refuse(List<X509Certificate> sameId, Problem withCertificate, Problem without) {
        if (sameId.isEmpty()) {
            orphans.add(without);
        } else {
            add(KeyEntry.refused(sameId.getFirst(), withCertificate));
        }
    }

    private void add(KeyEntry entry) {
        boolean twice = entries.stream()
                .anyMatch(e -> e.certificate().equals(entry.certificate())
                        && e.objection().equals(entry.objection()));
        if (!twice) {
            entries.add(entry);
        }
    }

    private List<X509Certificate> sameId(Bags.KeyBag key) {
        return bags.certificates().stream()
                .filter(c -> c.localKeyId().isPresent() && c.localKeyId().equals(key.localKeyId()))
                .map(Bags.CertificateBag::certificate)
                .toList();
    }

    private Optional<X509Certificate> owner(KeyMatch match, List<X509Certificate> sameId) throws SignerException {
        List<X509Certificate> all = bags.certificates().stream()
                .map(Bags.CertificateBag::certificate)
                .toList();
        for (List<X509Certificate> candidates : List.of(sameId, all)) {
            List<X509Certificate> fitting = new ArrayList<>();
            for (X509Certificate candidate : candidates) {
                if (match.with(candidate)) {
                    fitting.add(candidate);
                }
            }
            if (!fitting.isEmpty()) {
                return fitting.stream().max(Comparator.comparing(X509Certificate::getNotAfter));
            }
        }
        return Optional.empty();
    }

    /** An RSA key in the scheme that its certificate names: a file may call a key for RSASSA-PSS plain RSA. */
    private static PrivateKey forOwner(PrivateKeyInfo info, PrivateKey key, X509Certificate owner)
            throws IOException, NoSuchAlgorithmException {
        AlgorithmIdentifier certified = SubjectPublicKeyInfo.getInstance(
                        owner.getPublicKey().getEncoded())
                .getAlgorithm();
        boolean differs =
                !certified.getAlgorithm().equals(info.getPrivateKeyAlgorithm().getAlgorithm());
        return differs && PrivateKeys.isRsa(certified.getAlgorithm()) ? PrivateKeys.of(info, certified) : key;
    }
}
