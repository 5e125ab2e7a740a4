package id.espm.signer.pdf.appearance;

import id.espm.signer.SignerException;
import java.io.IOException;

/** The pages of the document that is about to be signed, read as far as they are asked for. */
public interface Pages {

    /** How many there are. */
    int count() throws IOException, SignerException;

    /**
     * The geometry of one page.
     *
     * @param index 0 being the first
     */
    PageGeometry geometry(int index) throws IOException, SignerException;
}
