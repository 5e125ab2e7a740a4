package id.espm.signer.bundle;

/** What the manifests of a bundle and their signatures are called. */
final class ManifestNames {
    static final String SEAL_MANIFEST = "META-INF/ASiCManifest-segel.xml";
    static final String SEAL_SIGNATURE = "META-INF/signature-segel.p7s";

    private ManifestNames() {}

    /** The manifest entry of an official's signature over the contents list; officials count from 1. */
    static String packageManifest(int official) {
        return "META-INF/ASiCManifest-paket-%02d.xml".formatted(official);
    }

    /** The signature entry of an official's signature over the contents list. */
    static String packageSignature(int official) {
        return "META-INF/signature-paket-%02d.p7s".formatted(official);
    }
}
