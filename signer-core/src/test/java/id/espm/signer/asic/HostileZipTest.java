package id.espm.signer.asic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.signer.Officials;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.asic.container.Container;
import id.espm.signer.asic.container.Strictness;
import id.espm.signer.verify.FileReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a ZIP can be made to do to who reads it; each refused by name, in bundles and in containers by others. */
class HostileZipTest {
    @TempDir
    Path folder;

    private final RawZip zip = new RawZip();

    @BeforeEach
    void begin() {
        zip.add("mimetype", ForeignContainer.EXTENDED);
        zip.add("META-INF/signature.p7s", "isi");
    }

    @Test
    void aSoundOneIsRead() {
        assertRead();
    }

    @Test
    void entriesThatAreNoBombsAloneButTogether() throws Exception {
        for (int i = 0; i < 300; i++) {
            RawZip.Entry entry = zip.add("isi-" + i, "x".repeat(10_000));
            entry.method = 8;
            entry.localMethod = 8;
            entry.size = 1_000_000;
            entry.localSize = 1_000_000;
        }

        assertRefused("ratio: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../keluar.txt",
                "a/../../keluar.txt",
                "/etc/passwd",
                "a\\..\\..\\keluar.txt",
                "\\keluar.txt",
                "C:keluar.txt",
                "c:/keluar.txt",
                "a//b.txt",
                "./a.txt",
                "a\u0000.txt",
                "a\nb.txt",
                ""
            })
    void aNameThatMisleads(String name) throws Exception {
        zip.add(name, "x");

        assertRefused("name: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CON", "nul.txt", "a/LPT1.pdf", "a.txt.", "a.txt ", "a?.txt", "ab:c.txt"})
    void aNameThatSomeSystemsCannotHold(String name) throws Exception {
        zip.add(name, "x");

        assertThat(refusal(Strictness.STRICT)).contains("name: ");
        assertThat(judge().findings().toString()).contains("FORM_UNKNOWN, detail=name: ");
        assertThat(judge().verdict().isValid()).isFalse();
    }

    @Test
    void aNameThatIsNotInUtf8() throws Exception {
        RawZip.Entry entry = zip.add(new byte[] {'r', (byte) 0x82, '.', 't', 'x', 't'}, new byte[1]);
        entry.flags = 0;

        assertThat(refusal(Strictness.STRICT)).contains("name: ");
        assertThat(judge().findings().toString()).contains("FORM_UNKNOWN, detail=name: ");
    }

    @Test
    void aSecondNameInAnExtraField() throws Exception {
        byte[] other = {0x75, 0x70, 6, 0, 1, 0, 0, 0, 0, 'b'};
        RawZip.Entry entry = zip.add("a", "x");
        entry.localExtra = other;
        entry.centralExtra = other;

        assertThat(judge().findings().toString()).contains("FORM_UNKNOWN, detail=name: a");
    }

    @Test
    void aDuplicate() throws Exception {
        zip.add("a.txt", "x");
        zip.add("a.txt", "y");

        assertRefused("duplicate: a.txt");
        assertThat(refusal(Strictness.ARCHIVE)).contains("duplicate: a.txt");
    }

    @Test
    void namesThatDifferInCaseOnly() throws Exception {
        zip.add("a.txt", "x");
        zip.add("A.TXT", "y");

        assertRefused("duplicate: A.TXT");
    }

    @Test
    void namesThatDifferInUnicodesFormsOnly() throws Exception {
        zip.add(Normalizer.normalize("é.txt", Normalizer.Form.NFC), "x");
        zip.add(Normalizer.normalize("é.txt", Normalizer.Form.NFD), "y");

        assertThat(refusal(Strictness.TOLERANT)).contains("duplicate: ");
        assertThat(refusal(Strictness.STRICT)).contains("name: ");
    }

    @Test
    void namesThatDifferInPointsAtTheEndOnly() throws Exception {
        zip.add("a.txt", "x");
        zip.add("a.txt.", "y");

        assertThat(refusal(Strictness.TOLERANT)).contains("duplicate: ");
    }

    @Test
    void aFileWhereAFolderIs() throws Exception {
        zip.add("a/b.txt", "x");
        zip.add("a", "y");

        assertRefused("duplicate: a");
    }

    @Test
    void aSymbolicLink() throws Exception {
        zip.add("a.txt", "/etc/passwd").attributes = 0xa1ff << 16;

        assertRefused("symbolic link: a.txt");
        assertThat(refusal(Strictness.ARCHIVE)).contains("symbolic link: a.txt");
    }

    @Test
    void anEncryptedEntry() throws Exception {
        zip.add("a.txt", "x").flags |= 1;

        assertRefused("encrypted: a.txt");
        assertThat(refusal(Strictness.ARCHIVE)).contains("encrypted: a.txt");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 9, 93, 95, 98})
    void aCompressionThatFewRead(int method) throws Exception {
        RawZip.Entry entry = zip.add("a.txt", "x");
        entry.method = method;
        entry.localMethod = method;

        assertRefused("compression: a.txt");
    }

    @Test
    void aSizeThatIsNoLongerASize() throws Exception {
        RawZip.Entry entry = zip.add("a.txt", "x");
        entry.size = 0xfffffff0L;

        assertRefused("ratio: a.txt");
    }

    @Test
    void tooManyEntries() throws Exception {
        for (int i = 0; i < 1_001; i++) {
            zip.add("a" + i, "");
        }

        assertRefused("entries: 1003");
    }

    @Test
    void anotherNameInTheLocalHeader() throws Exception {
        zip.add("a.txt", "x").localName = "b.txt".getBytes(StandardCharsets.UTF_8);

        assertRefused("local header: a.txt");
        assertThat(refusal(Strictness.ARCHIVE)).contains("local header: a.txt");
    }

    @Test
    void anotherMethodInTheLocalHeader() throws Exception {
        zip.add("a.txt", "x").localMethod = 8;

        assertRefused("local header: a.txt");
    }

    @Test
    void anotherSizeInTheLocalHeader() throws Exception {
        zip.add("a.txt", "xyz").localSize = 2;

        assertRefused("local header: a.txt");
    }

    @Test
    void anotherChecksumInTheLocalHeader() throws Exception {
        zip.add("a.txt", "xyz").localCrc = 1;

        assertRefused("local header: a.txt");
    }

    @Test
    void aChecksumThatIsWrong() throws Exception {
        RawZip.Entry entry = zip.add("a.txt", "xyz");
        entry.crc = 1;
        entry.localCrc = 1;

        assertThat(refusal(Strictness.TOLERANT)).contains("damaged: a.txt");
        assertThat(refusal(Strictness.ARCHIVE)).contains("damaged: a.txt");
    }

    @Test
    void aSoundDataDescriptorIsRead() {
        RawZip.Entry entry = streamed();
        entry.descriptor = RawZip.descriptor(entry.crc, entry.size);

        assertRead();
    }

    @Test
    void aDataDescriptorThatSaysSomethingElse() throws Exception {
        RawZip.Entry entry = streamed();
        entry.descriptor = RawZip.descriptor(entry.crc, entry.size + 1);

        assertRefused("data descriptor: a.txt");
    }

    @Test
    void aDataDescriptorWithBytesBehind() throws Exception {
        RawZip.Entry entry = streamed();
        entry.descriptor = Arrays.copyOf(RawZip.descriptor(entry.crc, entry.size), 20);

        assertRefused("data descriptor: a.txt");
    }

    @Test
    void twoNamesForTheSameData() throws Exception {
        RawZip.Entry entry = zip.add("a.txt", "x");
        entry.offset = 0;

        assertRefused("overlap: a.txt");
        assertThat(refusal(Strictness.ARCHIVE)).contains("overlap: a.txt");
    }

    @Test
    void anEntryInsideOfAnother() throws Exception {
        RawZip inner = new RawZip();
        inner.add("b.txt", "y");
        zip.add("a.txt".getBytes(StandardCharsets.UTF_8), inner.bytes());
        RawZip.Entry hidden = zip.add("b.txt", "y");
        hidden.offset = new String(zip.bytes(), StandardCharsets.ISO_8859_1).indexOf("b.txt") - 30;

        assertRefused("overlap: b.txt");
    }

    @Test
    void bytesBetweenEntries() throws Exception {
        zip.add("a.txt", "x").gap = new byte[3];

        assertRefused("bytes outside of any entry");
    }

    @Test
    void bytesBeforeTheFirst() throws Exception {
        zip.before = new byte[3];

        assertRefused("bytes outside of any entry");
    }

    @Test
    void bytesBehindTheEnd() throws Exception {
        zip.behind = new byte[3];

        assertRefused("central directory");
    }

    @Test
    void aCommentOfTextIsForContainersByOthersOnly() throws Exception {
        zip.comment = ("mimetype=" + ForeignContainer.EXTENDED).getBytes(StandardCharsets.US_ASCII);

        assertThatCode(() -> open(Strictness.TOLERANT)).doesNotThrowAnyException();
        assertThat(refusal(Strictness.STRICT)).contains("comment");
    }

    @Test
    void aCommentThatIsAZip() throws Exception {
        zip.comment = new RawZip().bytes();

        assertThat(refusal(Strictness.TOLERANT)).isNotEmpty();
    }

    @Test
    void moreEntriesThanAreListed() throws Exception {
        zip.countLie = 1;

        assertRefused("central directory");
    }

    @Test
    void fewerEntriesThanAreListed() throws Exception {
        zip.countLie = -1;

        assertRefused("central directory");
    }

    @Test
    void anExtraFieldThatIsLongerThanItsRoom() throws Exception {
        zip.add("a.txt", "x").centralExtra = new byte[] {1, 2, 9, 0};

        assertRefused("central directory");
    }

    @Test
    void soundZip64IsRead() {
        RawZip.Entry entry = zip.add("a.txt", "xyz");
        entry.localExtra = RawZip.zip64Field(3);
        entry.localSize = 0xffffffffL;
        zip.zip64 = true;

        assertRead();
    }

    @Test
    void aZip64FieldThatSaysSomethingElse() throws Exception {
        RawZip.Entry entry = zip.add("a.txt", "xyz");
        entry.localExtra = RawZip.zip64Field(2);
        entry.localSize = 0xffffffffL;

        assertThat(refusal(Strictness.TOLERANT)).contains("a.txt");
    }

    @Test
    void aZip64RecordThatSaysSomethingElse() throws Exception {
        zip.zip64 = true;
        zip.zip64Lie = 1;

        assertRefused("central directory");
    }

    @Test
    void aDamagedOneNeverFailsOtherwise() throws Exception {
        zip.add("a.txt", "isi".repeat(20));
        byte[] whole = zip.bytes();
        Random random = new Random(527010);
        for (int i = 0; i < 1_000; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            Path file = Files.write(folder.resolve("c.asice"), Arrays.copyOf(changed, whole.length - i % 7));

            assertThat(new AsicVerifier(Officials.trusting())
                            .verify("c", file)
                            .verdict()
                            .isValid())
                    .isFalse();
        }
    }

    private RawZip.Entry streamed() {
        RawZip.Entry entry = zip.add("a.txt", "xyz");
        entry.flags |= 1 << 3;
        entry.localSize = 0;
        entry.localCrc = 0;
        return entry;
    }

    private void assertRead() {
        for (Strictness strictness : Strictness.values()) {
            assertThatCode(() -> open(strictness)).as("%s", strictness).doesNotThrowAnyException();
        }
    }

    private void assertRefused(String detail) throws Exception {
        assertThat(refusal(Strictness.STRICT)).contains(detail);
        assertThat(refusal(Strictness.TOLERANT)).contains(detail);
        FileReport report = judge();
        assertThat(report.signed()).isTrue();
        assertThat(report.findings().toString()).contains("BUNDLE_UNREADABLE", detail);
    }

    private String refusal(Strictness strictness) throws Exception {
        SignerException refused = catchThrowableOfType(SignerException.class, () -> open(strictness));
        assertThat(refused).as("%s", strictness).isNotNull();
        return ((Problem.BundleUnusable) refused.problem()).finding().toString();
    }

    private void open(Strictness strictness) throws Exception {
        Container.open(Files.write(folder.resolve("c.asice"), zip.bytes()), strictness)
                .close();
    }

    private FileReport judge() throws Exception {
        return new AsicVerifier(Officials.trusting()).verify("c", Files.write(folder.resolve("c.asice"), zip.bytes()));
    }
}
