package id.espm.signer.asic;

import java.util.Locale;

/**
 * A manifest in its container.
 *
 * @param entry    its name
 * @param manifest what it says
 */
record ManifestFile(String entry, AsicManifest manifest) {
    String signature() {
        return manifest.signature();
    }

    /** Whether it is under a timestamp or an evidence record, which prove a time and not who signed. */
    boolean provesTime() {
        String target = signature().toLowerCase(Locale.ROOT);
        return target.endsWith(".tst") || target.endsWith(".ers") || target.contains("evidencerecord");
    }
}
