package id.espm.signer.asic;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Reads and writes ASiCManifest files; reading takes the bytes as hostile: no document type, no entity, bounded. */
public final class AsicManifestXml {
    static final String ASIC = "http://uri.etsi.org/02918/v1.2.1#";
    static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    /** In bytes; many times what a container of a thousand entries needs. */
    public static final int MAX_SIZE = 4 << 20;

    private static final String SIGNATURE_TYPE = "application/pkcs7-signature";
    private static final String UNRESERVED = "-._~/";

    private AsicManifestXml() {}

    /** The manifest as XML in UTF-8. */
    public static byte[] write(AsicManifest manifest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("asic", "ASiCManifest", ASIC);
            xml.writeNamespace("asic", ASIC);
            xml.writeNamespace("ds", DS);
            xml.writeEmptyElement("asic", "SigReference", ASIC);
            xml.writeAttribute("URI", encode(manifest.signature()));
            xml.writeAttribute("MimeType", SIGNATURE_TYPE);
            for (AsicManifest.Reference reference : manifest.entries()) {
                write(xml, reference);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory does not fail", e);
        }
        return out.toByteArray();
    }

    private static void write(XMLStreamWriter xml, AsicManifest.Reference reference) throws XMLStreamException {
        xml.writeStartElement("asic", "DataObjectReference", ASIC);
        xml.writeAttribute("URI", encode(reference.entry()));
        xml.writeAttribute("MimeType", reference.mediaType());
        xml.writeEmptyElement("ds", "DigestMethod", DS);
        xml.writeAttribute("Algorithm", reference.method());
        xml.writeStartElement("ds", "DigestValue", DS);
        xml.writeCharacters(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(reference.digest())));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** Reads a manifest; never fails, whatever the bytes are. */
    public static ManifestReading read(byte[] bytes) {
        if (bytes.length > MAX_SIZE) {
            return ManifestReading.refused("size");
        }
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
            return new ManifestParser(factory.createXMLStreamReader(new ByteArrayInputStream(bytes))).parse();
        } catch (XMLStreamException | IllegalArgumentException e) {
            return ManifestReading.refused("XML");
        }
    }

    /** Percent-encodes what RFC 3986 does not leave plain, so that any reader finds the entry. */
    private static String encode(String entry) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : entry.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted(b & 0xff));
        }
        return encoded.toString();
    }
}
