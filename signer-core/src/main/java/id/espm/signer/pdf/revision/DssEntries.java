package id.espm.signer.pdf.revision;

import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** The document security store (ISO 32000-2, 12.8.4.3; ETSI EN 319 142-1, 5.4.2): certificates, CRLs and OCSP responses as streams. */
final class DssEntries {
    private static final Set<String> LISTS = Set.of("Certs", "CRLs", "OCSPs");
    private static final Set<String> VRI_LISTS = Set.of("Cert", "CRL", "OCSP");
    private static final Set<String> VRI_REST = Set.of("TU", "TS", "Type");
    private static final COSName VRI = COSName.getPDFName("VRI");

    private DssEntries() {}

    /** Whether there is none, or one that holds what the standard names and nothing else. */
    static boolean acceptable(@Nullable COSBase store) {
        if (store == null) {
            return true;
        }
        if (!(store instanceof COSDictionary dictionary)) {
            return false;
        }
        for (COSName name : dictionary.keySet()) {
            boolean list = LISTS.contains(name.getName()) && areStreams(dictionary.getDictionaryObject(name));
            boolean vri = VRI.equals(name) && isVri(dictionary.getDictionaryObject(name));
            if (!list && !vri && !COSName.TYPE.equals(name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVri(@Nullable COSBase value) {
        if (!(value instanceof COSDictionary signatures)) {
            return false;
        }
        for (COSName signature : signatures.keySet()) {
            COSDictionary entry = signatures.getCOSDictionary(signature);
            if (COSName.TYPE.equals(signature)) {
                continue;
            }
            if (entry == null
                    || !entry.keySet().stream()
                            .allMatch(name -> VRI_REST.contains(name.getName())
                                    || (VRI_LISTS.contains(name.getName())
                                            && areStreams(entry.getDictionaryObject(name))))) {
                return false;
            }
        }
        return true;
    }

    private static boolean areStreams(@Nullable COSBase value) {
        if (!(value instanceof COSArray array)) {
            return false;
        }
        for (int i = 0; i < array.size(); i++) {
            if (!(array.get(i) instanceof COSObject reference) || !(reference.getObject() instanceof COSStream)) {
                return false;
            }
        }
        return true;
    }
}
