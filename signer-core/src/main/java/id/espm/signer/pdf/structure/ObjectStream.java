package id.espm.signer.pdf.structure;

import id.espm.signer.pdf.structure.ObjectReader.Ended;
import id.espm.signer.pdf.structure.ObjectReader.References;
import java.io.IOException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Objects that stand together in a stream (ISO 32000-2, 7.5.7), decoded. */
final class ObjectStream {
    private static final int MAX_OBJECTS = 1 << 20;
    private static final COSName OBJ_STM = COSName.getPDFName("ObjStm");

    private final byte[] data;
    private final long[] numbers;
    private final int[] positions;
    private final References references;

    ObjectStream(COSDictionary dictionary, byte[] data, References references) throws IOException {
        int count = dictionary.getInt(COSName.N, -1);
        int first = dictionary.getInt(COSName.FIRST, -1);
        if (!OBJ_STM.equals(dictionary.getCOSName(COSName.TYPE))
                || count < 0
                || count > MAX_OBJECTS
                || first < 0
                || first > data.length) {
            throw new Unusual("an object stream");
        }
        this.data = data;
        this.references = references;
        this.numbers = new long[count];
        this.positions = new int[count];
        ObjectReader header = new ObjectReader(data, 0, true, references);
        for (int i = 0; i < count; i++) {
            numbers[i] = header.natural();
            long position = first + header.natural();
            if (position > data.length) {
                throw new Unusual("an object stream");
            }
            positions[i] = (int) position;
        }
    }

    COSBase read(long number, int index) throws IOException {
        if (index >= numbers.length || numbers[index] != number) {
            throw new Unusual("object " + number + " is not where it should be");
        }
        try {
            return new ObjectReader(data, positions[index], true, references).read();
        } catch (Ended e) {
            throw new Unusual("an object that is cut");
        }
    }
}
