package id.espm.signer.key;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The attributes of a certificate's subject that may hold the NIK. BSrE does not publish which one it uses, so that another
 * may be set without a new program.
 *
 * @param oids in the order in which they are looked at, as dotted decimals
 */
public record NikPlaces(List<String> oids) {
    private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9][0-9]*))+");
    private static final NikPlaces USUAL =
            new NikPlaces(List.of("2.5.4.13", "2.5.4.5", "0.9.2342.19200300.100.1.1", "2.5.4.45"));

    /**
     * These places.
     *
     * @throws IllegalArgumentException if there is none, or one is not an OID
     */
    public NikPlaces {
        oids = List.copyOf(oids);
        if (oids.isEmpty() || !oids.stream().allMatch(oid -> OID.matcher(oid).matches())) {
            throw new IllegalArgumentException("not a list of OIDs: " + oids);
        }
    }

    /** Where a NIK has been seen or is expected in Indonesian certificates: description, serialNumber, UID, uniqueIdentifier. */
    public static NikPlaces usual() {
        return USUAL;
    }
}
