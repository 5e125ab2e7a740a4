package id.espm.signer.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/** Writes objects as they stand in a file (ISO 32000-2, 7.3). References stay references; nothing is followed. */
final class ObjectWriter {
    private final ByteArrayOutputStream out;
    private final UpdateObjects objects;
    private final Optional<ObjectEncryption> encryption;

    ObjectWriter(ByteArrayOutputStream out, UpdateObjects objects, Optional<ObjectEncryption> encryption) {
        this.out = out;
        this.objects = objects;
        this.encryption = encryption;
    }

    /** Writes a whole indirect object. */
    void indirect(COSObjectKey key, COSBase value) throws IOException {
        text(key.getNumber() + " " + key.getGeneration() + " obj\n");
        if (value instanceof COSStream stream) {
            byte[] data = encryption.isPresent() ? encryption.get().encrypt(stream, key) : ObjectEncryption.raw(stream);
            stream.setLong(COSName.LENGTH, data.length);
            dictionary(stream, key);
            text("\nstream\n");
            out.writeBytes(data);
            text("\nendstream");
        } else {
            value(value, key);
        }
        text("\nendobj\n");
    }

    /** Writes a value within an object. */
    void value(COSBase value, COSObjectKey within) throws IOException {
        switch (value) {
            case COSObject reference -> reference(reference, within);
            case COSStream stream -> reference(objects.add(stream).getKey());
            case COSDictionary dictionary -> dictionary(dictionary, within);
            case COSArray array -> array(array, within);
            case COSString string ->
                string(encryption.isPresent() ? encryption.get().encrypt(string, within) : string);
            case COSName name -> name.writePDF(out);
            case COSInteger integer -> integer.writePDF(out);
            case COSFloat number -> number.writePDF(out);
            case COSBoolean bool -> bool.writePDF(out);
            case COSNull none -> text("null");
            default -> throw new IllegalStateException("no object of a file: " + value.getClass());
        }
    }

    private void reference(COSObject reference, COSObjectKey within) throws IOException {
        if (reference.getKey() != null) {
            reference(reference.getKey());
        } else {
            value(reference.getObject(), within);
        }
    }

    private void reference(COSObjectKey key) {
        text(key.getNumber() + " " + key.getGeneration() + " R");
    }

    private void dictionary(COSDictionary dictionary, COSObjectKey within) throws IOException {
        text("<<");
        for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
            entry.getKey().writePDF(out);
            out.write(' ');
            value(entry.getValue(), within);
            out.write('\n');
        }
        text(">>");
    }

    private void array(COSArray array, COSObjectKey within) throws IOException {
        out.write('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                out.write(' ');
            }
            COSBase value = array.get(i);
            value(value == null ? COSNull.NULL : value, within);
        }
        out.write(']');
    }

    /** Plain text stays readable; everything else is written in hexadecimal digits. */
    private void string(COSString string) {
        byte[] bytes = string.getBytes();
        boolean plain = !string.getForceHexForm();
        for (byte b : bytes) {
            plain &= b >= ' ' && b < 0x7f && b != '(' && b != ')' && b != '\\';
        }
        if (plain) {
            out.write('(');
            out.writeBytes(bytes);
            out.write(')');
        } else {
            text("<" + string.toHexString() + ">");
        }
    }

    void text(String ascii) {
        out.writeBytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }
}
