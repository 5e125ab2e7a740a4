package id.espm.signer.paket;

import id.espm.signer.Jenis;
import id.espm.signer.PackageQuestion;
import id.espm.signer.Problem;
import id.espm.signer.Problem.PackageDetailMissing.Detail;
import id.espm.signer.SignerException;
import id.espm.signer.paket.FileSorting.Sorted;
import id.espm.signer.paket.OfferedFile.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
     * What a folder offers for a package, as far as it is understood without asking.
     *
     * @param said  by its {@code paket.json}; nothing where there is none
     * @param files with their places, where {@code paket.json} says them
     * @param nomor the numbers of documents that are not simply their names
     */
    public record Offer(PackageDetails said, List<OfferedFile> files, Map<String, List<String>> nomor) {
        public Offer {
            files = List.copyOf(files);
            nomor = Map.copyOf(nomor);
        }
    }

    /**
     * Looks at a folder without deciding anything.
     *
     * @throws SignerException {@link Problem.PackageDescriptionInvalid}, {@link Problem.FileUnreadable}
     */
    public static Offer offer(Path folder) throws SignerException {
        Path description = folder.resolve(PackageDescription.FILE_NAME);
        if (!Files.exists(description)) {
            return new Offer(PackageDetails.none(), files(folder), Map.of());
        }
        PackageDescription read = PackageDescription.read(description);
        return read.documents().isEmpty()
                ? new Offer(read.details(), files(folder), Map.of())
                : described(read.details(), read.documents());
    }

    /** Whether a folder says itself that it is a package. */
    public static boolean isDescribed(Path folder) {
        return Files.isRegularFile(folder.resolve(PackageDescription.FILE_NAME));
    }

    private static Offer described(PackageDetails details, List<PackageDocument> documents) {
        List<OfferedFile> files = new ArrayList<>();
        Map<String, List<String>> nomor = new HashMap<>();
        for (PackageDocument document : documents) {
            String name = document.label();
            for (int i = 2; nomor.containsKey(name); i++) {
                name = document.label() + " (" + i + ")";
            }
            nomor.put(name, document.nomor());
            String its = name;
            document.adk().ifPresent(adk -> files.add(OfferedFile.single(adk).at(new Place.Adk(its))));
            document.lampiran().forEach(pdf -> files.add(OfferedFile.single(pdf).at(new Place.Lampiran(its))));
        }
        return new Offer(details, files, nomor);
    }

    private static List<OfferedFile> files(Path folder) throws SignerException {
        try {
            return FolderFiles.offered(folder);
        } catch (IOException e) {
            throw new SignerException(new Problem.FileUnreadable(folder), e);
        }
    }

    private static List<PackageDocument> byName(Path folder, Jenis jenis) throws SignerException {
        List<OfferedFile> files = files(folder);
        Map<Path, FileKind> kinds = new HashMap<>();
        for (OfferedFile file : files) {
            if (!file.deep()) {
                kinds.put(file.path(), FileKind.fit(file.path()));
            }
        }
        Sorted sorted = FileSorting.sort(files, kinds, Map.of(), jenis);
        if (!sorted.questions().isEmpty()) {
            throw new SignerException(new Problem.PackageAmbiguous(
                    folder,
                    sorted.questions().stream()
                            .map(open -> new PackageQuestion(
                                    folder.relativize(open.file()).toString(), open.doubt(), open.choices()))
                            .toList()));
        }
        return sorted.list();
    }
}
