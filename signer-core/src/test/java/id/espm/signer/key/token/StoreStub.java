package id.espm.signer.key.token;

import id.espm.sandbox.ca.IssuedKey;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.Key;
import java.security.KeyStoreSpi;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.ProviderException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** A provider whose store {@code Windows-MY} holds what a test puts into it, and which signs with those keys. */
final class StoreStub extends Provider {
    private static final long serialVersionUID = 1L;

    private volatile boolean pulledOut;

    StoreStub(Map<String, IssuedKey> keys, List<X509Certificate> certificates) {
        super("StoreStub", "1", "plays the store of Windows");
        Map<String, X509Certificate> others = new LinkedHashMap<>();
        certificates.forEach(certificate -> others.put("certificate " + others.size(), certificate));
        putService(new Service(this, "KeyStore", WindowsStore.NAME, Entries.class.getName(), null, null) {
            @Override
            public Object newInstance(Object parameter) {
                return new Entries(keys, others);
            }
        });
        Provider signing = new BouncyCastleProvider();
        for (String algorithm : List.of("SHA256withRSA", "SHA256withECDSA")) {
            putService(new Service(this, "Signature", algorithm, "bc", null, null) {
                @Override
                public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                    if (pulledOut) {
                        throw new ProviderException("Token has been removed");
                    }
                    return signing.getService("Signature", algorithm).newInstance(parameter);
                }
            });
        }
    }

    /** From now on it answers as SunPKCS11 does without its token. */
    void pullOut() {
        pulledOut = true;
    }

    private static final class Entries extends KeyStoreSpi {
        private final Map<String, IssuedKey> keys;
        private final Map<String, X509Certificate> others;

        Entries(Map<String, IssuedKey> keys, Map<String, X509Certificate> others) {
            this.keys = keys;
            this.others = others;
        }

        @Override
        public void engineLoad(InputStream stream, char[] password) {
            if (stream != null || password != null) {
                throw new IllegalArgumentException("nothing is loaded here");
            }
        }

        @Override
        public Enumeration<String> engineAliases() {
            Map<String, Object> all = new LinkedHashMap<>(keys);
            all.putAll(others);
            return Collections.enumeration(all.keySet());
        }

        @Override
        public Key engineGetKey(String alias, char[] password) {
            return keys.get(alias).privateKey();
        }

        @Override
        public Certificate[] engineGetCertificateChain(String alias) {
            return Optional.ofNullable(keys.get(alias))
                    .map(key -> key.chain().toArray(Certificate[]::new))
                    .orElse(null);
        }

        @Override
        public Certificate engineGetCertificate(String alias) {
            return keys.containsKey(alias) ? keys.get(alias).certificate() : others.get(alias);
        }

        @Override
        public boolean engineIsKeyEntry(String alias) {
            return keys.containsKey(alias);
        }

        @Override
        public boolean engineIsCertificateEntry(String alias) {
            return others.containsKey(alias);
        }

        @Override
        public boolean engineContainsAlias(String alias) {
            return keys.containsKey(alias) || others.containsKey(alias);
        }

        @Override
        public int engineSize() {
            return keys.size() + others.size();
        }

        @Override
        public Date engineGetCreationDate(String alias) {
            return new Date();
        }

        @Override
        public String engineGetCertificateAlias(Certificate certificate) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineSetKeyEntry(String alias, Key key, char[] password, Certificate[] chain) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineSetKeyEntry(String alias, byte[] key, Certificate[] chain) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineSetCertificateEntry(String alias, Certificate certificate) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineDeleteEntry(String alias) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineStore(OutputStream stream, char[] password) {
            throw new UnsupportedOperationException();
        }
    }
}
