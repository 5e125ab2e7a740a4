package id.espm.app.espm;

import id.espm.signer.Kppn;
import id.espm.signer.Satker;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What eSPM is told of a bundle before it comes: the contents list's own words, and who sealed it.
 *
 * @param content           as in the bundle's contents list
 * @param certificateSerial serial number of the certificate that sealed it, in hexadecimal digits
 */
public record SubmissionDetails(Submission.Content content, String certificateSerial) {
    private static final Pattern SERIAL = Pattern.compile("[0-9A-Fa-f]{1,64}");

    /** @throws IllegalArgumentException if satker, KPPN or serial have another form */
    public SubmissionDetails {
        if (!Satker.isKode(content.satker()) || !Kppn.isKode(content.kppn())) {
            throw new IllegalArgumentException("satker or kppn of another form: " + content);
        }
        if (!SERIAL.matcher(certificateSerial).matches()) {
            throw new IllegalArgumentException("not a serial number in hexadecimal digits: " + certificateSerial);
        }
    }

    /** The numbers that it holds. */
    public List<String> nomor() {
        return content.nomor();
    }
}
