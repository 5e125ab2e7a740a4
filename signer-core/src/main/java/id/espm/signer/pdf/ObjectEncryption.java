package id.espm.signer.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.encryption.SecurityHandler;

/** Encrypts what is added to an encrypted document, by the document's own key and methods (ISO 32000-2, 7.6). */
final class ObjectEncryption {
    private static final int CRYPT_FILTERS = 4;
    private static final COSName IDENTITY = COSName.IDENTITY;

    private final SecurityHandler<?> handler;
    private final boolean strings;
    private final boolean streams;

    /** @param encrypt the document's encryption dictionary */
    ObjectEncryption(SecurityHandler<?> handler, COSDictionary encrypt) {
        this.handler = handler;
        boolean filters = encrypt.getInt(COSName.V, 0) >= CRYPT_FILTERS;
        this.strings = !filters || !IDENTITY.equals(filter(encrypt, COSName.STR_F));
        this.streams = !filters || !IDENTITY.equals(filter(encrypt, COSName.STM_F));
    }

    private static COSBase filter(COSDictionary encrypt, COSName key) {
        COSBase name = encrypt.getDictionaryObject(key);
        return name == null ? IDENTITY : name;
    }

    /** A string as it must stand within an object; the given one stays as it is. */
    COSString encrypt(COSString plain, COSObjectKey object) throws IOException {
        if (!strings) {
            return plain;
        }
        COSString encrypted = new COSString(plain.getBytes(), true);
        handler.encryptString(encrypted, object.getNumber(), object.getGeneration());
        return encrypted;
    }

    /** The bytes of a stream as they must stand in the file. */
    byte[] encrypt(COSStream stream, COSObjectKey object) throws IOException {
        if (streams) {
            handler.encryptStream(stream, object.getNumber(), object.getGeneration());
        }
        return raw(stream);
    }

    /** The bytes of a stream as they are, with its filters applied. */
    static byte[] raw(COSStream stream) throws IOException {
        try (InputStream in = stream.createRawInputStream()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            in.transferTo(bytes);
            return bytes.toByteArray();
        }
    }
}
