package id.espm.signer.pdf;

import java.time.Instant;
import java.util.Calendar;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/**
 * What a signature dictionary states (ISO 32000-2, table 255), taken out of the document before anything is checked.
 *
 * @param subFilter the encoding of the value; empty where none is stated
 * @param range     what it covers, where it states that in four whole numbers
 * @param value     the value with its padding
 * @param time      {@code /M}
 * @param place     {@code /Location}
 * @param reason    {@code /Reason}
 */
record StatedSignature(
        String subFilter,
        Optional<ByteRange> range,
        Optional<COSString> value,
        Optional<Instant> time,
        Optional<String> place,
        Optional<String> reason) {

    static StatedSignature of(PDSignature dictionary) {
        COSArray range = dictionary.getCOSObject().getCOSArray(COSName.BYTERANGE);
        return new StatedSignature(
                Optional.ofNullable(dictionary.getSubFilter()).orElse(""),
                Optional.ofNullable(range).flatMap(ByteRange::of),
                dictionary.getCOSObject().getDictionaryObject(COSName.CONTENTS) instanceof COSString string
                        ? Optional.of(string)
                        : Optional.empty(),
                Optional.ofNullable(dictionary.getSignDate()).map(Calendar::toInstant),
                Optional.ofNullable(dictionary.getLocation()),
                Optional.ofNullable(dictionary.getReason()));
    }
}
