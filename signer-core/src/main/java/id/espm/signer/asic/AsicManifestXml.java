package id.espm.signer.asic;

import id.espm.signer.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** Reads and writes ASiCManifest files; reading takes the bytes as hostile: no DTD, no entity, no other digest than SHA-256. */
public final class AsicManifestXml {
    private static final String ASIC = "http://uri.etsi.org/02918/v1.2.1#";
    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    private static final String SHA_256 = "http://www.w3.org/2001/04/xmlenc#sha256";
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
        xml.writeAttribute("Algorithm", SHA_256);
        xml.writeStartElement("ds", "DigestValue", DS);
        xml.writeCharacters(
                Base64.getEncoder().encodeToString(reference.sha256().bytes()));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** The manifest, if the bytes are one. */
    public static Optional<AsicManifest> read(byte[] bytes) {
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes), "UTF-8");
            return new Parser(xml).parse();
        } catch (XMLStreamException | IllegalArgumentException e) {
            return Optional.empty();
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

    private static String decode(String uri) {
        return URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Walks through one manifest. */
    private static final class Parser {
        private final XMLStreamReader xml;
        private final List<AsicManifest.Reference> references = new ArrayList<>();
        private String signature = "";
        private String uri = "";
        private String mediaType = "";
        private boolean sha256;

        Parser(XMLStreamReader xml) {
            this.xml = xml;
        }

        Optional<AsicManifest> parse() throws XMLStreamException {
            xml.nextTag();
            if (!is(ASIC, "ASiCManifest")) {
                return Optional.empty();
            }
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    return Optional.empty();
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    start();
                }
            }
            return signature.isEmpty() || references.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new AsicManifest(signature, references));
        }

        private void start() throws XMLStreamException {
            if (is(ASIC, "SigReference")) {
                signature = decode(attribute("URI"));
            } else if (is(ASIC, "DataObjectReference")) {
                uri = decode(attribute("URI"));
                mediaType = attribute("MimeType");
            } else if (is(DS, "DigestMethod")) {
                sha256 = attribute("Algorithm").equals(SHA_256);
            } else if (is(DS, "DigestValue")) {
                if (!sha256) {
                    throw new XMLStreamException("a digest other than SHA-256");
                }
                byte[] digest = Base64.getDecoder().decode(xml.getElementText().strip());
                references.add(new AsicManifest.Reference(uri, mediaType, Sha256.ofDigest(digest)));
            }
        }

        private String attribute(String name) {
            String value = xml.getAttributeValue(null, name);
            return value == null ? "" : value;
        }

        private boolean is(String namespace, String name) {
            return namespace.equals(xml.getNamespaceURI()) && name.equals(xml.getLocalName());
        }
    }
}
