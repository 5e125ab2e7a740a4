package id.espm.signer.asic;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks through one ASiCManifest, no deeper and no longer than one can be. */
final class ManifestParser {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_ELEMENTS = 20_000;
    /** The one of today, and the one of ETSI TS 102 918 before it. */
    private static final Set<String> NAMESPACES = Set.of(AsicManifestXml.ASIC, "http://uri.etsi.org/02918/v1.1.1#");

    private static final Set<Integer> TEXT =
            Set.of(XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE);

    private final XMLStreamReader xml;
    private final List<AsicManifest.Reference> references = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    private String signature = "";
    private String uri = "";
    private String mediaType = "";
    private String method = "";
    private int elements;
    private boolean inForm = true;

    ManifestParser(XMLStreamReader xml) {
        this.xml = xml;
    }

    ManifestReading parse() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                return ManifestReading.refused("DOCTYPE");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (path.isEmpty() && !isAsic("ASiCManifest")) {
                    return ManifestReading.refused(ManifestReading.FORM);
                }
                elements++;
                if (path.size() >= MAX_DEPTH || elements > MAX_ELEMENTS) {
                    return ManifestReading.refused(path.size() >= MAX_DEPTH ? "nesting" : "size");
                }
                start();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                path.removeLast();
            }
        }
        if (signature.isEmpty() || references.isEmpty()) {
            return ManifestReading.refused(ManifestReading.FORM);
        }
        return new ManifestReading(
                Optional.of(new AsicManifest(signature, references)),
                inForm ? Optional.empty() : Optional.of(ManifestReading.FORM));
    }

    /** The text of a value is read with its element's end, so that it never stands in the path. */
    private void start() throws XMLStreamException {
        String parent = path.isEmpty() ? "" : path.getLast();
        if (isAsic("SigReference")) {
            inForm &= parent.equals("ASiCManifest") && signature.isEmpty();
            signature = decode(attribute("URI"));
        } else if (isAsic("DataObjectReference")) {
            inForm &= parent.equals("ASiCManifest");
            uri = attribute("URI");
            mediaType = attribute("MimeType");
            method = "";
        } else if (isDs("DigestMethod")) {
            inForm &= parent.equals("DataObjectReference");
            method = attribute("Algorithm");
        } else if (isDs("DigestValue")) {
            inForm &= parent.equals("DataObjectReference") && !method.isEmpty();
            byte[] digest = Base64.getDecoder().decode(text().replaceAll("\\s", ""));
            references.add(new AsicManifest.Reference(
                    decode(uri), uri, mediaType, method, HexFormat.of().formatHex(digest)));
            return;
        }
        path.add(xml.getLocalName());
    }

    /** The text of an element that holds nothing else; of an entity that nobody declared the platform makes "null". */
    private String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int event = xml.next();
        while (event != XMLStreamConstants.END_ELEMENT) {
            if (!TEXT.contains(event)) {
                throw new XMLStreamException("more than text", xml.getLocation());
            }
            text.append(xml.getText());
            event = xml.next();
        }
        return text.toString();
    }

    /** What is no percent-encoding is the name itself. */
    private static String decode(String uri) {
        try {
            return URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return uri;
        }
    }

    private String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private boolean isAsic(String name) {
        return name.equals(xml.getLocalName()) && NAMESPACES.contains(String.valueOf(xml.getNamespaceURI()));
    }

    private boolean isDs(String name) {
        return name.equals(xml.getLocalName()) && AsicManifestXml.DS.equals(xml.getNamespaceURI());
    }
}
