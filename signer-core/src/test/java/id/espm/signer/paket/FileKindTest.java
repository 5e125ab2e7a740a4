package id.espm.signer.paket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.espm.sandbox.PracticeFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileKindTest {
    @TempDir
    Path folder;

    static Stream<Arguments> contents() throws IOException {
        return Stream.of(
                arguments("nothing", FileKind.EMPTY, new byte[0]),
                arguments("a PDF", FileKind.PDF, ascii("%PDF-1.4\n")),
                arguments("a PDF behind other bytes", FileKind.PDF, ascii("x".repeat(1_000) + "%PDF-1.4\n")),
                arguments("a PDF header too far behind", FileKind.DATA, ascii("x".repeat(1_030) + "%PDF-1.4\n")),
                arguments("a PKCS#12 in BER", FileKind.PRIVATE_KEY, hex("3080020103308006092a864886f70d010701")),
                arguments("a Java key store", FileKind.PRIVATE_KEY, hex("feedfeed00000002")),
                arguments("a PEM with a key", FileKind.PRIVATE_KEY, ascii("x\n-----BEGIN RSA PRIVATE KEY-----\n")),
                arguments("a PEM without", FileKind.FOREIGN, ascii("-----BEGIN CERTIFICATE-----\n")),
                arguments("a CMS signature", FileKind.SIGNED, hex("3082123406092a864886f70d010702a08212")),
                arguments("an ASiC", FileKind.SIGNED, zip("mimetype", "application/vnd.etsi.asic-e+zip")),
                arguments("a PNG", FileKind.FOREIGN, hex("89504e470d0a1a0a0000")),
                arguments("a JPEG", FileKind.FOREIGN, hex("ffd8ffe000104a46")),
                arguments("a TIFF", FileKind.FOREIGN, hex("49492a0008000000")),
                arguments("a Word document", FileKind.FOREIGN, zip("[Content_Types].xml", "<Types/>")),
                arguments(
                        "an OpenDocument",
                        FileKind.FOREIGN,
                        zip("mimetype", "application/vnd.oasis.opendocument.text")),
                arguments("an old Excel table", FileKind.FOREIGN, hex("d0cf11e0a1b11ae1")),
                arguments("a page of the web", FileKind.FOREIGN, ascii(" \n<!DOCTYPE html><p>")),
                arguments("a page of the web behind a byte order mark", FileKind.FOREIGN, hex("efbbbf3c68746d6c3e")),
                arguments("what only begins like a tag", FileKind.DATA, ascii("<htm")),
                arguments("nothing but blanks", FileKind.DATA, ascii(" \n\t ")),
                arguments(
                        "a Windows program",
                        FileKind.FOREIGN,
                        ascii("MZ" + "\0".repeat(76) + "This program cannot be run in DOS mode.")),
                arguments("letters that only begin so", FileKind.DATA, ascii("MZ0001|527010")),
                arguments("a ZIP of tables", FileKind.DATA, zip("d_spmind.dbf", "x")),
                arguments("text", FileKind.DATA, ascii("527010|000001\n")),
                arguments("a ZIP cut off in its first header", FileKind.DATA, hex("504b030414000000")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contents")
    void isToldByContent(String what, FileKind expected, byte[] content) throws Exception {
        assertThat(FileKind.of(Files.write(folder.resolve("berkas"), content))).isEqualTo(expected);
    }

    @Test
    void theFilesOfPracticeAreWhatTheyAre() throws Exception {
        PracticeFolder practice = PracticeFolder.init(folder.resolve("latihan"));
        Path spm = practice.packages().resolve("SPM");

        assertThat(FileKind.of(spm.resolve("00123A.zip"))).isEqualTo(FileKind.DATA);
        assertThat(FileKind.of(spm.resolve("00123A-spm.pdf"))).isEqualTo(FileKind.PDF);
        try (Stream<Path> officials = Files.list(practice.dir().resolve("officials"))) {
            assertThat(officials.filter(file -> file.toString().endsWith(".p12")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(FileKind.of(file)).isEqualTo(FileKind.PRIVATE_KEY));
        }
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry entry = new ZipEntry(name);
            entry.setMethod(ZipEntry.STORED);
            byte[] bytes = ascii(content);
            entry.setSize(bytes.length);
            CRC32 crc = new CRC32();
            crc.update(bytes);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
