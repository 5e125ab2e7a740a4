package id.espm.signer.paket;

import id.espm.signer.Jenis;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a package from its folder: by its {@code paket.json}, or by the names of its files. */
public final class PackageFolder {
    private PackageFolder() {}

    /**
     * Reads a folder. What a call says goes before what {@code paket.json} says, and that before the profile.
     *
     * @param folder   with or without {@code paket.json}
     * @param said     by the call
     * @param profile  what the official set up once
     * @throws SignerException {@link Problem.PackageDescriptionInvalid}, {@link Problem.PackageDetailMissing},
     *     {@link Problem.PackageAmbiguous}, {@link Problem.FileUnreadable}
     */
    public static SigningPackage read(Path folder, PackageDetails said, PackageDetails profile) throws SignerException {
        Path description = folder.resolve(PackageDescription.FILE_NAME);
        PackageDetails described = PackageDetails.none();
        List<PackageDocument> documents = List.of();
        if (Files.exists(description)) {
            PackageDescription read = PackageDescription.read(description);
            described = read.details();
            documents = read.documents();
        }
        PackageDetails details = said.orElse(described).orElse(profile);
        if (documents.isEmpty()) {
            Jenis jenis = details.jenis()
                    .orElseThrow(() -> new SignerException(new Problem.PackageDetailMissing(folder, Detail.JENIS)));
            documents = byName(folder, jenis);
        }
        return SigningPackage.of(folder, details, documents);
    }

    /**
     * What is said of a package, without looking at its files.
     *
     * @throws SignerException {@link Problem.PackageDescriptionInvalid}, {@link Problem.FileUnreadable}
     */
    public static PackageDetails details(Path folder, PackageDetails said, PackageDetails profile)
            throws SignerException {
        Path description = folder.resolve(PackageDescription.FILE_NAME);
        PackageDetails described =
                Files.exists(description) ? PackageDescription.read(description).details() : PackageDetails.none();
        return said.orElse(described).orElse(profile);
    }

    private static List<PackageDocument> byName(Path folder, Jenis jenis) throws SignerException {
        try {
            return FolderConvention.read(folder, jenis);
        } catch (IOException e) {
            throw new SignerException(new Problem.FileUnreadable(folder), e);
        }
    }
}
