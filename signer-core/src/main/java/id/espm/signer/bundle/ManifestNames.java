package id.espm.signer.bundle;

import id.espm.signer.asic.container.ContainerWriter;
import java.util.ArrayList;
import java.util.List;

/** What the manifests of a bundle and their signatures are called. */
final class ManifestNames {
    static final String SEAL_MANIFEST = "META-INF/ASiCManifest-segel.xml";
    static final String SEAL_SIGNATURE = "META-INF/signature-segel.p7s";

    /** As many as two digits count. */
    static final int MAX_OFFICIALS = 99;

    /** Officials count from here. */
    static final int FIRST_OFFICIAL = 1;

    private ManifestNames() {}

    /** The manifest entry of an official's signature over the contents list; officials count from 1. */
    static String packageManifest(int official) {
        return "META-INF/ASiCManifest-paket-%02d.xml".formatted(official);
    }

    /** The signature entry of an official's signature over the contents list. */
    static String packageSignature(int official) {
        return "META-INF/signature-paket-%02d.p7s".formatted(official);
    }

    /** Every entry that a bundle of ours has, signed by so many officials. */
    static List<String> entriesOf(ContentsList contents, int officials) {
        List<String> entries = new ArrayList<>();
        entries.add(ContainerWriter.MIMETYPE_ENTRY);
        entries.add(ContentsList.ENTRY);
        contents.dokumen().forEach(document -> entries.add(document.entry()));
        for (int official = 1; official <= officials; official++) {
            entries.add(packageManifest(official));
            entries.add(packageSignature(official));
        }
        entries.add(SEAL_MANIFEST);
        entries.add(SEAL_SIGNATURE);
        return entries;
    }
}
