package id.espm.signer.pdf.structure;

import java.io.IOException;

/** Something in the file is not as a sound, ordinary PDF has it, so PDFBox must look at it. It says nothing about damage. */
public final class Unusual extends IOException {
    private static final long serialVersionUID = 1L;

    public Unusual(String what) {
        super(what);
    }
}
