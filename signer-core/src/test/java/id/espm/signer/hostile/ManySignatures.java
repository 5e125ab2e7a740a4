package id.espm.signer.hostile;

import id.espm.signer.Officials;
import id.espm.signer.SignerException;
import id.espm.signer.cms.CmsSigner;
import id.espm.signer.cms.CmsSigningRequest;
import id.espm.signer.cms.SigningMethod;
import id.espm.signer.key.SigningKey;
import java.util.HexFormat;
import java.util.Locale;

/** A long PDF with many fields, each with a well-formed signature over all of it but a gap of its own. */
record ManySignatures(SigningKey key, int count) {
    private static final int LENGTH = 19 << 20;

    byte[] make() throws SignerException {
        byte[] cms = new CmsSigner(
                        new CmsSigningRequest(CmsSigningRequest.Format.PADES, Officials.context()),
                        SigningMethod.basic())
                .signDetached(new byte[32], key);
        String value = "<" + HexFormat.of().formatHex(cms) + ">";
        PdfText pdf = PdfText.withPage();
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int number = pdf.newNumber();
            String head = "<</Type/Sig/SubFilter/ETSI.CAdES.detached/ByteRange[0 %09d %09d %09d]/Contents";
            int gap = pdf.position()
                    + (number + " 0 obj\n").length()
                    + head.formatted(0, 0, 0).length();
            int last = gap + value.length();
            pdf.object(number, String.format(Locale.ROOT, head, gap, last, LENGTH - last) + value + ">>");
            fields.append(pdf.object("<</FT/Sig/T(f" + i + ")/V " + number + " 0 R>>"))
                    .append(" 0 R ");
        }
        pdf.object(PdfText.CATALOG, "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[" + fields + "]>>>>");
        pdf.text("%" + "x".repeat(LENGTH + 1_000 - pdf.position()) + "\n");
        return pdf.end().bytes();
    }
}
