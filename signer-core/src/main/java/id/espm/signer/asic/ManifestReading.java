package id.espm.signer.asic;

import java.util.Optional;

/**
 * What an ASiCManifest file turned out to be.
 *
 * @param manifest what it says, where it could be read
 * @param flaw     what is wrong with it, in a word of the format: {@code DOCTYPE}, {@code XML}, {@code nesting}, {@code size},
 *     {@code ASiCManifest}; with a manifest: what is out of its form
 */
public record ManifestReading(Optional<AsicManifest> manifest, Optional<String> flaw) {
    /** The root is of another kind, or its parts are not where they should be. */
    static final String FORM = "ASiCManifest";

    static ManifestReading refused(String flaw) {
        return new ManifestReading(Optional.empty(), Optional.of(flaw));
    }

    /** The manifest, if nothing at all is wrong with it. */
    public Optional<AsicManifest> sound() {
        return flaw.isPresent() ? Optional.empty() : manifest;
    }

    /** How a report names what is wrong: a document type by its name, anything else by the entry alone. */
    public String detail(String entry) {
        return flaw.filter(f -> !f.equals(FORM)).map(f -> f + ": " + entry).orElse(entry);
    }
}
