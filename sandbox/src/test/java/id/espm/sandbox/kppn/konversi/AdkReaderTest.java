package id.espm.sandbox.kppn.konversi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.espm.sandbox.kppn.konversi.AdkContents.Form;
import id.espm.sandbox.kppn.konversi.AdkContents.Member;
import id.espm.sandbox.kppn.konversi.AdkContents.Trouble;
import id.espm.sandbox.samples.Adk;
import id.espm.sandbox.samples.DraftAdk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdkReaderTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 22);

    @TempDir
    Path dir;

    @ParameterizedTest
    @EnumSource(
            value = EncryptionMethod.class,
            names = {"NONE", "ZIP_STANDARD", "AES"})
    void theTablesOfAPracticeAdkAreReadWhateverItsEncryption(EncryptionMethod encryption) throws Exception {
        Path adk = dir.resolve("adk.zip");
        DraftAdk draft = new DraftAdk()
                .spm("00123A", DATE, 13_320_000, 1_500_000)
                .row(List.of("2026", "527010", "00124A"), Optional.empty(), -5, 0, "USD");
        draft.write(adk, encryption);

        AdkContents contents = AdkReader.read(adk);

        assertThat(contents)
                .isEqualTo(new AdkContents(
                        Form.ZIP,
                        List.of(new Member(
                                "d_spmind.dbf",
                                draft.tableBytes().length,
                                Optional.of(new DbaseTable(
                                        List.of(
                                                "THANG",
                                                "KDSATKER",
                                                "NOSPM",
                                                "TGSPM",
                                                "TOTNILMAK",
                                                "TOTNILMAP",
                                                "KDVALAS"),
                                        List.of(
                                                List.of(
                                                        "2026",
                                                        "527010",
                                                        "00123A",
                                                        "22-11-2026",
                                                        "13320000",
                                                        "1500000",
                                                        "IDR"),
                                                List.of("2026", "527010", "00124A", "", "-5", "0", "USD")),
                                        2)),
                                Optional.empty())),
                        0));
    }

    @Test
    void aFileThatIsNoZipIsNotGuessedAt() throws Exception {
        assertThat(AdkReader.read(file("bukan zip"))).isEqualTo(AdkContents.of(Form.OTHER));
        assertThat(AdkReader.read(file(""))).isEqualTo(AdkContents.of(Form.OTHER));
    }

    @Test
    void aMissingFileIsAnErrorOfThisMachine() {
        assertThatThrownBy(() -> AdkReader.read(dir.resolve("none"))).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsNoTableIsNamedAndNotRead() throws Exception {
        Path adk = zip(EncryptionMethod.ZIP_STANDARD, Adk.PASSWORD, "catatan.txt", new byte[5]);

        assertThat(AdkReader.read(adk).members())
                .containsExactly(new Member("catatan.txt", 5, Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource(
            value = EncryptionMethod.class,
            names = {"ZIP_STANDARD", "AES"})
    void anotherPasswordLeavesTheNamesReadable(EncryptionMethod encryption) throws Exception {
        Path adk = zip(encryption, "rahasia lain", "d_spmind.dbf", new DraftAdk().tableBytes());

        Member member = AdkReader.read(adk).members().getFirst();

        assertThat(member.name()).isEqualTo("d_spmind.dbf");
        assertThat(member.table()).isEmpty();
        // ZipCrypto takes one wrong password in 256 for right; what it then reads is no table.
        assertThat(member.trouble().orElseThrow()).isIn(Trouble.LOCKED, Trouble.DAMAGED);
    }

    @Nested
    class HostileTables {
        @Test
        void ofABombOnlyTheBeginningIsInflated() throws Exception {
            byte[] table = Arrays.copyOf(rows(400), 200 << 20);
            ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN).putInt(4, Integer.MAX_VALUE);
            Path adk = zip(EncryptionMethod.NONE, "", "bom.dbf", table);
            assertThat(adk).satisfies(f -> assertThat(Files.size(f)).isLessThan(1 << 20));

            Member member = AdkReader.read(adk).members().getFirst();

            assertThat(member.trouble()).hasValue(Trouble.TOO_MUCH);
            assertThat(member.table().orElseThrow().rows()).hasSize(DbaseTable.MAX_ROWS);
        }

        @Test
        void ofManyRowsTheFirstAreShownAndAllAreCounted() throws Exception {
            DbaseTable table = DbaseTable.read(rows(400));

            assertThat(table.rows()).hasSize(DbaseTable.MAX_ROWS);
            assertThat(table.said()).isEqualTo(400);
            assertThat(table.cut()).isTrue();
        }

        @Test
        void deletedRowsAreLeftOut() throws Exception {
            byte[] bytes = rows(3);
            ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            bytes[header.getShort(8) + header.getShort(10)] = '*';

            assertThat(DbaseTable.read(bytes).rows()).extracting(r -> r.get(2)).containsExactly("00000A", "00002A");
        }

        @Test
        void lettersThatDoNotPrintDoNotReachThePage() throws Exception {
            byte[] bytes = rows(1);
            int row = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(8) + 1;
            bytes[row + 1] = 7;

            assertThat(DbaseTable.read(bytes).rows().getFirst().getFirst()).isEqualTo("2\ufffd26");
        }

        @Test
        void damagedBytesAreToldAndNeverThrow() throws Exception {
            Random random = new Random(5);
            byte[] good = rows(20);
            int told = 0;
            for (int i = 0; i < 2000; i++) {
                byte[] bad = good.clone();
                for (int n = 0; n < 4; n++) {
                    bad[random.nextInt(Math.min(bad.length, 300))] = (byte) random.nextInt();
                }
                told += readable(Arrays.copyOf(bad, random.nextInt(bad.length))) ? 0 : 1;
            }
            assertThat(told).isPositive();
        }

        private boolean readable(byte[] bytes) {
            try {
                return DbaseTable.read(bytes).rows().size() <= DbaseTable.MAX_ROWS;
            } catch (BrokenTableException e) {
                return false;
            }
        }

        private byte[] rows(int count) {
            DraftAdk draft = new DraftAdk();
            for (int i = 0; i < count; i++) {
                draft.spm("%05dA".formatted(i), DATE, i, 0);
            }
            return draft.tableBytes();
        }
    }

    @Nested
    class HostileZips {
        @Test
        void damagedBytesAreToldAndNeverThrow() throws Exception {
            Path adk = dir.resolve("adk.zip");
            new DraftAdk().spm("00123A", DATE, 1, 0).write(adk);
            byte[] good = Files.readAllBytes(adk);
            Random random = new Random(7);
            int spoilt = 0;
            for (int i = 0; i < 500; i++) {
                byte[] bad = Arrays.copyOf(good, i % 3 == 0 ? random.nextInt(good.length) : good.length);
                for (int n = 0; n < 3 && bad.length > 4; n++) {
                    bad[4 + random.nextInt(bad.length - 4)] = (byte) random.nextInt();
                }
                AdkContents contents = AdkReader.read(Files.write(dir.resolve("rusak.zip"), bad));
                spoilt += contents.members().stream().anyMatch(m -> m.table().isPresent()) ? 0 : 1;
            }
            assertThat(spoilt).isPositive();
        }

        @Test
        void aDirectoryOfManyMembersIsNotBegun() throws Exception {
            Path adk = dir.resolve("banyak.zip");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(adk))) {
                for (int i = 0; i < 300; i++) {
                    add(zip, EncryptionMethod.NONE, i + ".dbf", new byte[0]);
                }
            }

            assertThat(AdkReader.read(adk)).isEqualTo(AdkContents.of(Form.TOO_MUCH));
        }

        @Test
        void ofAFewTooManyMembersTheRestIsCounted() throws Exception {
            Path adk = dir.resolve("lebih.zip");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(adk))) {
                for (int i = 0; i < 30; i++) {
                    add(zip, EncryptionMethod.NONE, i + ".txt", new byte[0]);
                }
            }

            AdkContents contents = AdkReader.read(adk);

            assertThat(contents.members()).hasSize(20);
            assertThat(contents.more()).isEqualTo(10);
        }

        @Test
        void aZipWithoutAnEndIsDamaged() throws Exception {
            Path adk = dir.resolve("adk.zip");
            new DraftAdk().write(adk);
            byte[] cut = Arrays.copyOf(Files.readAllBytes(adk), 60);

            assertThat(AdkReader.read(Files.write(adk, cut))).isEqualTo(AdkContents.of(Form.DAMAGED));
        }
    }

    private Path file(String text) throws IOException {
        return Files.write(dir.resolve("adk.dat"), text.getBytes(StandardCharsets.UTF_8));
    }

    private Path zip(EncryptionMethod encryption, String password, String name, byte[] content) throws IOException {
        Path adk = dir.resolve("adk.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(adk), password.toCharArray())) {
            add(zip, encryption, name, content);
        }
        return adk;
    }

    private static void add(ZipOutputStream zip, EncryptionMethod encryption, String name, byte[] content)
            throws IOException {
        ZipParameters member = new ZipParameters();
        member.setFileNameInZip(name);
        member.setEncryptFiles(encryption != EncryptionMethod.NONE);
        member.setEncryptionMethod(encryption);
        zip.putNextEntry(member);
        zip.write(content);
        zip.closeEntry();
    }
}
