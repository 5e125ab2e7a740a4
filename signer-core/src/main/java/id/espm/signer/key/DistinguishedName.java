package id.espm.signer.key;

import id.espm.signer.Nik;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;

/** The attributes of an X.500 name by their OID, in the order in which they stand. */
final class DistinguishedName {
    private static final String COMMON_NAME = "2.5.4.3";
    private static final Pattern NIK = Pattern.compile("(?<![0-9])([0-9]{16})(?![0-9])");

    private final List<Map.Entry<String, String>> attributes;
    private final String all;

    private DistinguishedName(List<Map.Entry<String, String>> attributes, String all) {
        this.attributes = attributes;
        this.all = all;
    }

    static DistinguishedName of(X500Principal principal) {
        List<Map.Entry<String, String>> attributes = new ArrayList<>();
        for (RDN rdn : parsed(principal)) {
            for (AttributeTypeAndValue part : rdn.getTypesAndValues()) {
                text(part.getValue())
                        .ifPresent(
                                text -> attributes.add(Map.entry(part.getType().getId(), text)));
            }
        }
        return new DistinguishedName(List.copyOf(attributes), principal.getName());
    }

    /** The platform takes names that Bouncy Castle does not: of those only the whole is known. */
    private static List<RDN> parsed(X500Principal principal) {
        try {
            return List.of(X500Name.getInstance(principal.getEncoded()).getRDNs());
        } catch (IllegalArgumentException | IllegalStateException e) {
            return List.of();
        }
    }

    /** Nothing where the bytes are no text of their kind. */
    private static Optional<String> text(ASN1Encodable value) {
        try {
            return Optional.of(value instanceof ASN1String string ? string.getString() : value.toString());
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    Optional<String> first(String oid) {
        return all(oid).findFirst();
    }

    private Stream<String> all(String oid) {
        return attributes.stream().filter(a -> a.getKey().equals(oid)).map(Map.Entry::getValue);
    }

    String commonNameOrAll() {
        return first(COMMON_NAME).orElse(all);
    }

    /** The NIK where the first of these places shows sixteen digits that stand alone. */
    Optional<Nik> nik(NikPlaces places) {
        return places.oids().stream()
                .flatMap(this::all)
                .map(DistinguishedName::sixteenDigits)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Nik> sixteenDigits(String text) {
        Matcher matcher = NIK.matcher(text);
        return matcher.find() ? Optional.of(new Nik(matcher.group(1))) : Optional.empty();
    }
}
