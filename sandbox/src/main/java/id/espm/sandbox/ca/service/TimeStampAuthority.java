package id.espm.sandbox.ca.service;

import id.espm.sandbox.ca.CertificateAuthority;
import id.espm.sandbox.ca.IssuedKey;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TSPValidationException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * Stamps hashes with the CA's time (RFC 3161, with the signing certificate named as RFC 5816 asks). Imprints by SHA-256,
 * SHA-384 and SHA-512.
 */
public final class TimeStampAuthority {
    /** The practice policy: an arc under 2.999, which ITU-T X.660 keeps for examples. */
    public static final String POLICY = "2.999.10.1";

    private static final Set<String> IMPRINTS = Set.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(),
            NISTObjectIdentifiers.id_sha512.getId());
    private static final Set<String> POLICIES = Set.of(POLICY);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CertificateAuthority ca;

    public TimeStampAuthority(CertificateAuthority ca) {
        this.ca = ca;
    }

    /**
     * Answers one request; never throws for what stands in it.
     *
     * @param request DER of a TimeStampReq
     * @return DER of a TimeStampResp: granted; or a rejection that says {@code badDataFormat}, {@code badAlg},
     *     {@code unacceptedPolicy} or {@code unacceptedExtension}
     */
    public byte[] answer(byte[] request) {
        try {
            TimeStampResponseGenerator responses = new TimeStampResponseGenerator(tokens(), IMPRINTS, POLICIES);
            Optional<TimeStampRequest> parsed = parse(request);
            if (parsed.isEmpty()) {
                return responses
                        .generateFailResponse(PKIStatus.REJECTION, PKIFailureInfo.badDataFormat, "not a TimeStampReq")
                        .getEncoded();
            }
            return answer(responses, parsed.get());
        } catch (TSPException | OperatorCreationException | CertificateEncodingException | IOException e) {
            throw new IllegalStateException("Cannot make a time stamp", e);
        }
    }

    private byte[] answer(TimeStampResponseGenerator responses, TimeStampRequest request)
            throws TSPException, IOException {
        try {
            Date now = Date.from(ca.clock().instant());
            return responses
                    .generateGrantedResponse(request, new BigInteger(128, RANDOM).setBit(127), now)
                    .getEncoded();
        } catch (TSPValidationException e) {
            return responses.generateRejectedResponse(e).getEncoded();
        }
    }

    private TimeStampTokenGenerator tokens()
            throws TSPException, OperatorCreationException, CertificateEncodingException {
        IssuedKey key = ca.timeStampSigner();
        DigestCalculator sha256 = new JcaDigestCalculatorProviderBuilder()
                .build()
                .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", key.privateKey(), key.certificate()),
                sha256,
                new ASN1ObjectIdentifier(POLICY));
        // The root is left out: who trusts it has it. The generator adds these only where certReq asks for them.
        tokens.addCertificates(
                new JcaCertStore(List.of(key.chain().get(0), key.chain().get(1))));
        tokens.setTSA(new GeneralName(new JcaX509CertificateHolder(key.certificate()).getSubject()));
        // Else the digits of genTime are those of the machine's language.
        tokens.setLocale(Locale.ROOT);
        tokens.setResolution(TimeStampTokenGenerator.R_MILLISECONDS);
        tokens.setAccuracySeconds(1);
        return tokens;
    }

    private static Optional<TimeStampRequest> parse(byte[] request) {
        try {
            return Optional.of(new TimeStampRequest(request));
        } catch (IOException | RuntimeException e) {
            // For structures of the wrong shape the library throws whatever it stumbles over.
            return Optional.empty();
        }
    }
}
