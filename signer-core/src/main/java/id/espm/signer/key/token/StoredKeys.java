package id.espm.signer.key.token;

import id.espm.signer.Problem.TokenUnusable;
import id.espm.signer.Problem.TokenUnusable.Trouble;
import id.espm.signer.SignerException;
import id.espm.signer.key.CertificateUse;
import id.espm.signer.key.KeyChoice;
import id.espm.signer.key.SigningKey;
import id.espm.signer.key.chain.CertificateChain;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of an opened store whose keys do not leave it: which of them can sign, which is meant, and its chain. */
final class StoredKeys {

    private final KeyStore store;
    private final Provider provider;
    private final String source;

    /**
     * The keys of a store.
     *
     * @param provider signs with them
     * @param source   the name of the token or store, for errors
     */
    StoredKeys(KeyStore store, Provider provider, String source) {
        this.store = store;
        this.provider = provider;
        this.source = source;
    }

    private record Entry(String alias, X509Certificate certificate) {}

    /** The certificates of the keys that may sign documents. */
    List<X509Certificate> certificates() throws SignerException {
        try {
            return signing().stream().map(Entry::certificate).toList();
        } catch (GeneralSecurityException | ProviderException e) {
            throw failed(e);
        }
    }

    /**
     * Opens the key that is meant.
     *
     * @param choice  which one, where there are several
     * @param release ends the use of the store when the key is closed
     */
    SigningKey open(KeyChoice choice, Runnable release) throws SignerException {
        try {
            Entry entry = chosen(signing(), choice);
            if (store.getKey(entry.alias(), null) instanceof PrivateKey handle) {
                return SigningKey.held(
                        handle,
                        new CertificateChain(List.copyOf(known(entry))).from(entry.certificate()),
                        provider,
                        release);
            }
            throw new SignerException(new TokenUnusable(source, Trouble.NO_KEY, ""));
        } catch (GeneralSecurityException | ProviderException e) {
            throw failed(e);
        }
    }

    private SignerException failed(Exception e) {
        return new SignerException(new TokenUnusable(source, Trouble.FAILED, Reasons.of(e)), e);
    }

    private Entry chosen(List<Entry> entries, KeyChoice choice) throws SignerException {
        if (entries.isEmpty()) {
            throw new SignerException(new TokenUnusable(source, Trouble.NO_KEY, ""));
        }
        List<X509Certificate> owners = entries.stream().map(Entry::certificate).toList();
        return entries.get(choice.among(source, owners));
    }

    /** Keys for encryption or login alone are passed over, unless there is nothing else: then their use is told later. */
    private List<Entry> signing() throws KeyStoreException {
        List<Entry> all = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate certificate) {
                all.add(new Entry(alias, certificate));
            }
        }
        List<Entry> signing = all.stream()
                .filter(entry -> CertificateUse.maySignDocuments(entry.certificate()))
                .toList();
        return signing.isEmpty() ? all : signing;
    }

    private Set<X509Certificate> known(Entry entry) throws KeyStoreException {
        Set<X509Certificate> known = new LinkedHashSet<>();
        addAll(store.getCertificateChain(entry.alias()), known);
        for (String alias : Collections.list(store.aliases())) {
            Certificate certificate = store.getCertificate(alias);
            addAll(certificate == null ? null : new Certificate[] {certificate}, known);
            addAll(store.getCertificateChain(alias), known);
        }
        return known;
    }

    private static void addAll(Certificate @Nullable [] found, Set<X509Certificate> known) {
        for (Certificate certificate : found == null ? new Certificate[0] : found) {
            if (certificate instanceof X509Certificate x509) {
                known.add(x509);
            }
        }
    }
}
