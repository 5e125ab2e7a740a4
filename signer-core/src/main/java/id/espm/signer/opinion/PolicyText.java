package id.espm.signer.opinion;

import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.policy.jaxb.ConstraintsParameters;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.xml.sax.SAXException;

/**
 * DSS's own default policy. Where nobody may be asked over the network, missing word on revocation is told and does not decide;
 * word that is there decides in either case.
 */
final class PolicyText {
    /** Where DSS keeps its default policy (dss-policy-jaxb). */
    private static final String DEFAULT = "/policy/constraint.xml";

    private static final List<String> REVOCATION = List.of("RevocationDataAvailable", "AcceptableRevocationDataFound");

    private final byte[] xml;

    PolicyText(boolean wantsRevocation) {
        String text = readDefault();
        if (!wantsRevocation) {
            for (String rule : REVOCATION) {
                text = withLevel(text, rule, "INFORM");
            }
        }
        this.xml = text.getBytes(StandardCharsets.UTF_8);
    }

    /** The policy for one validation, which may change the object. It is DSS's own text, so that no schema is asked for. */
    ValidationPolicy load() {
        try {
            ConstraintsParameters constraints =
                    ValidationPolicyFacade.newFacade().unmarshall(new ByteArrayInputStream(xml), false);
            return new EtsiValidationPolicy(constraints);
        } catch (JAXBException | XMLStreamException | IOException | SAXException e) {
            throw new IllegalStateException("DSS's default policy can be read", e);
        }
    }

    /** Fails when the rule is not there: a new release of DSS must not change the judge unseen. */
    private static String withLevel(String text, String rule, String level) {
        Pattern pattern = Pattern.compile("(<" + rule + "\\s+Level=\")[A-Z]+\"");
        if (!pattern.matcher(text).find()) {
            throw new IllegalStateException("DSS's default policy has no rule " + rule);
        }
        return pattern.matcher(text).replaceAll("$1" + level + "\"");
    }

    private static String readDefault() {
        try (InputStream in = ValidationPolicyFacade.class.getResourceAsStream(DEFAULT)) {
            if (in == null) {
                throw new IllegalStateException("DSS's default policy is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("DSS's default policy can be read", e);
        }
    }
}
