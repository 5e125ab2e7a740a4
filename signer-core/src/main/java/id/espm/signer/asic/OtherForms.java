package id.espm.signer.asic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** ZIPs that are signed in a way that is not ASiC's, and that this program does not judge. */
final class OtherForms {
    private OtherForms() {}

    /**
     * The name of the form, if the ZIP holds its signatures.
     *
     * @param mediaType what the entry of that name says, or an empty text
     */
    static Optional<String> of(Collection<String> names, String mediaType) {
        boolean openDocument = mediaType.startsWith("application/vnd.oasis.opendocument");
        boolean epub = mediaType.startsWith("application/epub");
        for (String name : names) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.equals("meta-inf/documentsignatures.xml") || lower.equals("meta-inf/macrosignatures.xml")) {
                return Optional.of("OpenDocument");
            }
            if (lower.equals("meta-inf/signatures.xml") && (openDocument || epub)) {
                return Optional.of(epub ? "EPUB" : "OpenDocument");
            }
            if (lower.startsWith("_xmlsignatures/")) {
                return Optional.of("Office Open XML");
            }
            if (lower.matches("meta-inf/[^/]+\\.(rsa|dsa|ec)")) {
                return Optional.of("JAR");
            }
        }
        return Optional.empty();
    }
}
