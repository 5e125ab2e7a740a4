package id.espm.sandbox.judge.bundle;

import id.espm.sandbox.judge.bundle.UnsafeBundleException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * An ASiCManifest (ETSI EN 319 162-1, A.4): which signature it belongs to, and the digest of each file that it covers.
 *
 * @param signature entry of the signature file
 * @param digests entry to digest
 */
public record AsicManifest(String signature, Map<String, Digest> digests) {
    private static final String ASIC = "http://uri.etsi.org/02918/v1.2.1#";
    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final Map<String, String> ALGORITHMS = Map.of(
            "http://www.w3.org/2001/04/xmlenc#sha256", "SHA-256",
            "http://www.w3.org/2001/04/xmldsig-more#sha384", "SHA-384",
            "http://www.w3.org/2001/04/xmlenc#sha512", "SHA-512");

    /**
     * A digest.
     *
     * @param algorithm Java's name of it
     * @param base64 its value
     */
    public record Digest(String algorithm, String base64) {}

    public AsicManifest {
        digests = Map.copyOf(digests);
    }

    /**
     * Reads a manifest. Document type declarations, and with them all entities, are refused.
     *
     * @param entry name to report when it is unreadable
     * @throws UnsafeBundleException when it is no manifest, names a file twice or uses a weak digest
     */
    public static AsicManifest read(byte[] xml, String entry) throws UnsafeBundleException {
        try {
            Document document = builder().parse(new ByteArrayInputStream(xml));
            Element root = document.getDocumentElement();
            if (!ASIC.equals(root.getNamespaceURI()) || !"ASiCManifest".equals(root.getLocalName())) {
                throw new UnsafeBundleException(Reason.UNREADABLE_ENTRY, entry);
            }
            Map<String, Digest> digests = new LinkedHashMap<>();
            NodeList references = root.getElementsByTagNameNS(ASIC, "DataObjectReference");
            for (int i = 0; i < references.getLength(); i++) {
                Element reference = (Element) references.item(i);
                if (digests.putIfAbsent(uri(reference, entry), digest(reference, entry)) != null) {
                    throw new UnsafeBundleException(Reason.UNREADABLE_ENTRY, entry);
                }
            }
            return new AsicManifest(uri(only(root, ASIC, "SigReference", entry), entry), digests);
        } catch (SAXException | IllegalArgumentException e) {
            throw new UnsafeBundleException(Reason.UNREADABLE_ENTRY, entry, e);
        } catch (UnsafeBundleException e) {
            throw e;
        } catch (IOException e) {
            throw new UnsafeBundleException(Reason.UNREADABLE_ENTRY, entry, e);
        }
    }

    private static Digest digest(Element reference, String entry) throws UnsafeBundleException {
        String method = only(reference, DSIG, "DigestMethod", entry).getAttribute("Algorithm");
        String algorithm = Optional.ofNullable(ALGORITHMS.get(method))
                .orElseThrow(() -> new UnsafeBundleException(Reason.UNREADABLE_ENTRY, entry));
        String value =
                only(reference, DSIG, "DigestValue", entry).getTextContent().replaceAll("\\s", "");
        byte[] bytes = Base64.getDecoder().decode(value);
        return new Digest(algorithm, Base64.getEncoder().encodeToString(bytes));
    }

    private static String uri(Element element, String entry) throws UnsafeBundleException {
        String uri = element.getAttribute("URI");
        if (uri.isEmpty()) {
            throw new UnsafeBundleException(Reason.UNREADABLE_ENTRY, entry);
        }
        // A plus sign is itself in a URI's path; only %XX is an escape there.
        return URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Element only(Element parent, String namespace, String name, String entry)
            throws UnsafeBundleException {
        NodeList found = parent.getElementsByTagNameNS(namespace, name);
        if (found.getLength() != 1) {
            throw new UnsafeBundleException(Reason.UNREADABLE_ENTRY, entry);
        }
        return (Element) found.item(0);
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            factory.setXIncludeAware(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's own XML parser knows these features", e);
        }
    }

    /** The default prints to standard error. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
