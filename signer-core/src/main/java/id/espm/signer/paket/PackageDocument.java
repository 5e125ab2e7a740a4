package id.espm.signer.paket;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One document of a package: an ADK with its attachments.
 *
 * @param nomor    the number of each SPM (contract, …) that it holds
 * @param adk      the data file
 * @param lampiran the PDF attachments
 */
public record PackageDocument(List<String> nomor, Optional<Path> adk, List<Path> lampiran) {
    /** Keeps copies of the lists. */
    public PackageDocument {
        nomor = List.copyOf(nomor);
        lampiran = List.copyOf(lampiran);
    }

    /** Its first number, or the name of its first file: what messages call it. */
    public String label() {
        if (!nomor.isEmpty()) {
            return nomor.getFirst();
        }
        return adk.or(() -> lampiran.stream().findFirst())
                .map(p -> p.getFileName().toString())
                .orElse("");
    }
}
