package id.espm.sandbox.samples;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code paket.json} says of a package; the names of its parts are the file's keys.
 *
 * @param jenis kind of Dokumen Elektronik
 * @param satker six digits
 * @param kppn three digits; left out for letters
 * @param tahun budget year
 * @param jabatan who shall sign first
 * @param lokasi place of signing
 * @param dokumen its documents
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Paket(
        Jenis jenis,
        String satker,
        Optional<String> kppn,
        int tahun,
        String jabatan,
        String lokasi,
        List<Dokumen> dokumen) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * One document: an ADK, PDFs, or both. Paths are relative to the package and use slashes.
     *
     * @param nomor the numbers of all SPM in the ADK; elsewhere the document's own
     * @param adk left out for letters
     * @param lampiran PDFs
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Dokumen(List<String> nomor, Optional<String> adk, List<String> lampiran) {
        static Dokumen of(String nomor, String adk, String... lampiran) {
            return new Dokumen(List.of(nomor), Optional.of(adk), List.of(lampiran));
        }
    }

    void write(Path folder) throws IOException {
        Files.write(folder.resolve("paket.json"), JSON.writeValueAsBytes(this));
    }
}
