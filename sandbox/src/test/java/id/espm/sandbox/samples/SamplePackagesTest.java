package id.espm.sandbox.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.linuxense.javadbf.DBFReader;
import com.linuxense.javadbf.DBFRow;
import id.espm.sandbox.ForeignJudge;
import id.espm.sandbox.judge.ForeignTool;
import id.espm.sandbox.samples.print.Indonesian;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.FileHeader;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SamplePackagesTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);
    private static final Map<String, String> OFFICIALS =
            Map.of("PPSPM", "Siti Rahayu Latihan", "KEPALA_KANTOR", "Hasan Basri Latihan");

    @TempDir
    static Path dir;

    @BeforeAll
    static void write() throws IOException {
        new SamplePackages(DATE, Satker.LATIHAN, OFFICIALS).write(dir);
    }

    @ParameterizedTest
    @CsvSource({
        "SPM, SPM, PPSPM, 3",
        "SPM_KOREKSI, SPM_KOREKSI, PPSPM, 1",
        "SPM_KP, SPM_KP, KEPALA_KANTOR, 1",
        "SPM_KPBB, SPM_KPBB, KEPALA_KANTOR, 1",
        "SPM_KBC, SPM_KBC, KEPALA_KANTOR, 1",
        "SPM_IB, SPM_IB, KEPALA_KANTOR, 1",
        "SPM_BPHTB, SPM_BPHTB, KEPALA_KANTOR, 1",
        "KONTRAK, KONTRAK, PPK, 1",
        "RPD_HARIAN, RPD_HARIAN, PPK, 1",
        "GAJI, GAJI, KPA, 1",
        "LPJ, LPJ, BENDAHARA, 1",
        "SURAT, SURAT, DJPB, 1",
        "SPM-6, SPM, PPSPM, 6"
    })
    void contentsListHasTheContractsKeys(String folder, String jenis, String jabatan, int documents)
            throws IOException {
        JsonNode paket = paket(folder);

        List<String> keys =
                new ArrayList<>(List.of("jenis", "satker", "kppn", "tahun", "jabatan", "lokasi", "dokumen"));
        if (jenis.equals("SURAT")) {
            keys.remove("kppn");
        } else {
            assertThat(paket.get("kppn").asString()).isEqualTo("082");
        }
        assertThat(paket.propertyNames()).containsExactlyElementsOf(keys);
        assertThat(paket.get("jenis").asString()).isEqualTo(jenis);
        assertThat(paket.get("satker").asString()).isEqualTo("527010");
        assertThat(paket.get("tahun").isInt()).isTrue();
        assertThat(paket.get("tahun").asInt()).isEqualTo(2026);
        assertThat(paket.get("jabatan").asString()).isEqualTo(jabatan);
        assertThat(paket.get("lokasi").asString()).isEqualTo("Tolitoli");
        assertThat(paket.get("dokumen")).hasSize(documents);
        assertThat(paket.get("dokumen").findValuesAsString("adk")).doesNotHaveDuplicates();
    }

    @Test
    void everyFileIsNamedInItsContentsListAndOtherWayRound() throws IOException {
        for (String folder : folders()) {
            List<String> named = new ArrayList<>(List.of("paket.json"));
            for (JsonNode document : paket(folder).get("dokumen")) {
                assertThat(document.get("nomor")).hasSize(1);
                if (document.has("adk")) {
                    named.add(document.get("adk").asString());
                }
                document.get("lampiran").forEach(lampiran -> named.add(lampiran.asString()));
            }

            assertThat(files(dir.resolve(folder))).as(folder).containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @Test
    void compositionFollowsTheJenis() throws IOException {
        assertThat(files(dir.resolve("RPD_HARIAN"))).noneMatch(name -> name.endsWith(".pdf"));
        assertThat(files(dir.resolve("SURAT"))).allMatch(name -> name.matches("paket\\.json|.*\\.pdf"));
        assertThat(files(dir.resolve("GAJI"))).anyMatch(name -> name.endsWith(".gpp"));
        assertThat(files(dir.resolve("SPM"))).contains("00124A/adk.zip", "00123A.zip");
    }

    @Test
    void everyPdfIsSoundForQpdf() throws IOException, InterruptedException {
        ForeignTool qpdf = ForeignJudge.require("qpdf");
        for (Path pdf : all(".pdf")) {
            ForeignTool.Result result = qpdf.run(dir, "--check", pdf.toString());

            assertThat(result.exit()).as(result.output()).isZero();
        }
    }

    @Test
    void everyPageSaysThatItIsPracticeAndEmbedsItsFonts() throws IOException {
        for (Path pdf : all(".pdf")) {
            try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
                for (int page = 1; page <= document.getNumberOfPages(); page++) {
                    PDFTextStripper text = new PDFTextStripper();
                    text.setStartPage(page);
                    text.setEndPage(page);
                    assertThat(text.getText(document)).as(pdf.toString()).contains("DOKUMEN LATIHAN");
                    PDPage one = document.getPage(page - 1);
                    for (COSName font : one.getResources().getFontNames()) {
                        assertThat(one.getResources().getFont(font).isEmbedded())
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void contractHasSeveralPages() throws IOException {
        try (PDDocument document =
                Loader.loadPDF(dir.resolve("KONTRAK/kontrak-0007-spk.pdf").toFile())) {
            assertThat(document.getNumberOfPages()).isGreaterThanOrEqualTo(3);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Rp145.000.000", "seratus empat puluh lima juta", "Pasal 9");
        }
    }

    @Test
    void samePackagesOnTheSameDayHaveTheSamePrints(@TempDir Path second) throws IOException {
        new SamplePackages(DATE, Satker.LATIHAN, OFFICIALS).write(second);

        for (Path pdf : all(".pdf")) {
            assertThat(second.resolve(dir.relativize(pdf).toString())).hasSameBinaryContentAs(pdf);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPM", "SPM_KOREKSI", "SPM_KP", "SPM_KPBB", "SPM_KBC", "SPM_IB", "SPM_BPHTB", "SPM-6"})
    void spmsDataAgreeWithItsPrint(String folder) throws IOException {
        for (JsonNode document : paket(folder).get("dokumen")) {
            Path adk = dir.resolve(folder).resolve(document.get("adk").asString());
            String print = text(
                    dir.resolve(folder).resolve(document.get("lampiran").get(0).asString()));
            Map<String, Object> header = rows(adk, "d_spmind.dbf").getFirst();
            List<Map<String, Object>> expenditure = rows(adk, "d_spmmak.dbf");
            List<Map<String, Object>> deductions = rows(adk, "d_spmmap.dbf");
            long gross = sum(expenditure, "NILMAK");
            long deducted = sum(deductions, "NILMAP");

            assertThat(header.get("NOSPM"))
                    .isEqualTo(document.get("nomor").get(0).asString());
            assertThat(header)
                    .containsEntry("THANG", "2026")
                    .containsEntry("KDSATKER", "527010")
                    .containsEntry("TGSPM", DATE);
            assertThat(((Number) header.get("TOTNILMAK")).longValue()).isEqualTo(gross);
            assertThat(((Number) header.get("TOTNILMAP")).longValue()).isEqualTo(deducted);
            assertThat(print)
                    .contains(
                            "Nomor: " + header.get("NOSPM"),
                            "Tanggal: 20 November 2026",
                            Indonesian.rupiah(gross - deducted),
                            Indonesian.number(gross));
            for (Map<String, Object> line : expenditure) {
                assertThat(print).contains(line.get("KDAKUN") + " ");
            }
        }
    }

    @Test
    void adkIsEncryptedTheOldWayAndOpensWithThePublishedPasswordOnly() throws IOException {
        for (Path adk :
                Stream.concat(all(".zip").stream(), all(".gpp").stream()).toList()) {
            try (ZipFile zip = new ZipFile(adk.toFile(), "salah".toCharArray())) {
                for (FileHeader member : zip.getFileHeaders()) {
                    assertThat(member.getFileName()).endsWith(".dbf");
                    assertThat(member.getEncryptionMethod()).isEqualTo(EncryptionMethod.ZIP_STANDARD);
                }
                FileHeader first = zip.getFileHeaders().getFirst();
                assertThatIOException()
                        .isThrownBy(() -> zip.getInputStream(first).readAllBytes());
                assertThat(rows(adk, first.getFileName())).isNotEmpty();
            }
        }
    }

    @Test
    void salariesInDataAndPrintAddUp() throws IOException {
        long total = sum(rows(dir.resolve("GAJI/gaji-induk.gpp"), "latihan_gaji.dbf"), "BERSIH");

        assertThat(text(dir.resolve("GAJI/gaji-induk-daftar.pdf")))
                .contains(Indonesian.number(total), Indonesian.rupiahInWords(total));
    }

    @Test
    void treasurersReportBalances() throws IOException {
        List<Map<String, Object>> books = rows(dir.resolve("LPJ/lpj-bendahara.zip"), "latihan_lpj.dbf");

        long cash = sum(books.subList(0, 2), "SALDOAKHIR");
        assertThat(sum(books.subList(2, books.size()), "SALDOAKHIR")).isEqualTo(cash);
        assertThat(text(dir.resolve("LPJ/lpj-bendahara-laporan.pdf"))).contains(Indonesian.number(cash));
    }

    private static JsonNode paket(String folder) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readAllBytes(dir.resolve(folder).resolve("paket.json")));
    }

    private static List<String> folders() throws IOException {
        try (Stream<Path> found = Files.list(dir)) {
            return found.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private static List<Path> all(String ending) throws IOException {
        try (Stream<Path> found = Files.walk(dir)) {
            List<Path> files =
                    found.filter(file -> file.toString().endsWith(ending)).toList();
            assertThat(files).isNotEmpty();
            return files;
        }
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static long sum(List<Map<String, Object>> rows, String column) {
        return rows.stream()
                .mapToLong(row -> ((Number) row.get(column)).longValue())
                .sum();
    }

    private static List<Map<String, Object>> rows(Path adk, String table) throws IOException {
        try (ZipFile zip = new ZipFile(adk.toFile(), Adk.PASSWORD.toCharArray());
                DBFReader reader = new DBFReader(
                        new ByteArrayInputStream(
                                zip.getInputStream(zip.getFileHeader(table)).readAllBytes()),
                        StandardCharsets.ISO_8859_1)) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (DBFRow row = reader.nextRow(); row != null; row = reader.nextRow()) {
                Map<String, Object> cells = new LinkedHashMap<>();
                for (int i = 0; i < reader.getFieldCount(); i++) {
                    Object value = row.getObject(i);
                    cells.put(
                            reader.getField(i).getName(),
                            value instanceof Date date
                                    ? LocalDate.ofInstant(date.toInstant(), ZoneId.systemDefault())
                                    : value);
                }
                rows.add(cells);
            }
            return rows;
        }
    }
}
