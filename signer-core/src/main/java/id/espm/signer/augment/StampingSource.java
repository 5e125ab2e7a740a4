package id.espm.signer.augment;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import id.espm.signer.SignerException;
import id.espm.signer.timestamp.TimestampSource;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;

/** Our source of timestamps as DSS wants it. */
final class StampingSource implements TSPSource {
    private static final long serialVersionUID = 1L;

    private final transient TimestampSource source;

    StampingSource(TimestampSource source) {
        this.source = source;
    }

    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] imprint) {
        try {
            return new TimestampBinary(source.stamp(ours(algorithm), imprint));
        } catch (SignerException e) {
            throw new Stopped(e);
        }
    }

    private static id.espm.signer.DigestAlgorithm ours(DigestAlgorithm algorithm) {
        return switch (algorithm) {
            case SHA256 -> id.espm.signer.DigestAlgorithm.SHA256;
            case SHA384 -> id.espm.signer.DigestAlgorithm.SHA384;
            case SHA512 -> id.espm.signer.DigestAlgorithm.SHA512;
            default -> throw new DSSException("no timestamps by " + algorithm.getName());
        };
    }

    /** DSS's interface is serialisable; nobody serialises it. */
    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException(getClass().getName());
    }
}
