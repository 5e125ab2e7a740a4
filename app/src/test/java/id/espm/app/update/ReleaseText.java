package id.espm.app.update;

import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a release file says, to be changed in one place or another. */
public final class ReleaseText {
    /** When most of the tests take place. */
    public static final String NOW = "2026-12-01T02:00:00Z";

    public static final String PAGE = "https://rilis.example.go.id/espm-signer/0.2.0";
    public static final String DEB = "espm-signer_0.2.0_amd64.deb";
    public static final String MSI = "espm-signer-0.2.0.msi";

    private static final JsonMapper JSON = JsonMapper.shared();

    private ReleaseText() {}

    /** Version 0.2.0, announced yesterday. */
    public static String usual() {
        return with(root -> {});
    }

    /** The same with a change. */
    public static String with(Consumer<ObjectNode> change) {
        ObjectNode root = JSON.createObjectNode()
                .put("program", "espm-signer")
                .put("format", 1)
                .put("version", "0.2.0")
                .put("released", "2026-11-30")
                .put("minimumSupported", "0.1.0")
                .put("issued", "2026-11-30T02:00:00Z")
                .put("expires", "2027-01-30T02:00:00Z")
                .put("page", PAGE);
        root.putArray("packages").add(onePackage("linux", DEB, "a1")).add(onePackage("windows", MSI, "b2"));
        change.accept(root);
        return JSON.writeValueAsString(root);
    }

    /** A package whose hash repeats two digits. */
    static ObjectNode onePackage(String system, String file, String digits) {
        return JSON.createObjectNode()
                .put("system", system)
                .put("file", file)
                .put("size", 58_000_000L)
                .put("sha256", digits.repeat(32));
    }
}
