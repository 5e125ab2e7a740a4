package id.espm.signer.opinion;

import eu.europa.esig.dss.model.CommonDocument;
import eu.europa.esig.dss.model.DSSException;
import id.espm.signer.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;

/** A file, a stretch of one, or bytes, in the form in which DSS reads them. */
final class SourceDocument extends CommonDocument {
    private static final long serialVersionUID = 1L;

    private final transient ByteSource source;

    SourceDocument(ByteSource source) {
        this.source = source;
    }

    @Override
    public InputStream openStream() {
        try {
            return source.open();
        } catch (IOException e) {
            throw new DSSException("cannot be read", e);
        }
    }

    /** DSS's interface is serialisable; nobody serialises it. */
    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException(getClass().getName());
    }
}
