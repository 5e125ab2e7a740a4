package id.espm.sandbox.judge;

import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.validation.policy.ValidationPolicyLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * DSS's own default policy with a few levels moved, so that every other rule stays the EU's and follows DSS's
 * releases.
 */
final class PolicyText {
    /** Where DSS keeps its default policy (dss-policy-jaxb). */
    private static final String DEFAULT = "/policy/constraint.xml";

    /**
     * DSS only warns when a file that a manifest names is missing, when a PDF was changed after the signature in a way
     * it cannot explain, and when the certificate is not for signing. Payment orders leave no room for any.
     */
    private static final List<String> STRICTER =
            List.of("ManifestEntryObjectExistence", "UndefinedChanges", "KeyUsage");

    private static final List<String> REVOCATION = List.of("RevocationDataAvailable", "AcceptableRevocationDataFound");

    private PolicyText() {}

    static ValidationPolicy load(Revocation revocation) {
        String xml = readDefault();
        for (String rule : STRICTER) {
            xml = withLevel(xml, rule, "FAIL");
        }
        if (revocation == Revocation.NOT_REQUIRED) {
            for (String rule : REVOCATION) {
                xml = withLevel(xml, rule, "INFORM");
            }
        }
        return ValidationPolicyLoader.fromValidationPolicy(
                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .create();
    }

    /** Fails when the rule is not there: a new release of DSS must not loosen the judge unseen. */
    private static String withLevel(String xml, String rule, String level) {
        Pattern pattern = Pattern.compile("(<" + rule + "\\s+Level=\")[A-Z]+\"");
        if (!pattern.matcher(xml).find()) {
            throw new IllegalStateException("DSS's default policy has no rule " + rule);
        }
        return pattern.matcher(xml).replaceAll("$1" + level + "\"");
    }

    private static String readDefault() {
        try (InputStream in = ValidationPolicyLoader.class.getResourceAsStream(DEFAULT)) {
            if (in == null) {
                throw new IllegalStateException("DSS's default policy is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
