package id.espm.signer.pdf.appearance;

import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Finds texts in the document that is about to be signed; asked only where a template has an anchor. */
public interface Anchors {

    /** The document, for errors. */
    Path document();

    /**
     * All places of a text, in reading order.
     *
     * @param text in one line of a page
     */
    List<PageArea> find(String text) throws IOException, SignerException;
}
