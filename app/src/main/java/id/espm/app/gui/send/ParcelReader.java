package id.espm.app.gui.send;

import id.espm.app.espm.EspmException;
import id.espm.app.gui.send.BundleSender.Parcel;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Path;

/** Judges a bundle that somebody wants to send, and reads what eSPM is told of it. */
@FunctionalInterface
public interface ParcelReader {
    /** @throws SignerException where anything in it is not valid */
    Parcel read(Path bundle) throws IOException, SignerException, EspmException;
}
