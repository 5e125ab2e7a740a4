package id.espm.signer.adk.contents;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.sandbox.samples.Adk;
import id.espm.sandbox.samples.DraftAdk;
import id.espm.signer.AdkGap;
import id.espm.signer.adk.contents.AdkSpm.Key;
import id.espm.signer.key.Secret;
import id.espm.signer.sign.Packages;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdkContentsTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 20);

    @TempDir
    Path folder;

    private final AdkReader reader = new AdkReader(password(Adk.PASSWORD), AdkLimits.usual());

    static Optional<Secret> password(String text) {
        return Optional.of(Secret.copyOf(text.toCharArray()));
    }

    private Path adk() {
        return folder.resolve("adk.zip");
    }

    private static AdkSpm spm(String nomor, long gross, long potongan) {
        return new AdkSpm(
                new Key(2026, "527010", nomor),
                Optional.of(DATE),
                BigDecimal.valueOf(gross),
                BigDecimal.valueOf(potongan),
                Optional.empty());
    }

    private static AdkContents read(AdkSpm... spm) {
        return new AdkContents(AdkKind.SPM, List.of(spm), Optional.empty());
    }

    @Test
    void aSampleAdkTellsItsSpm() throws IOException {
        Path sample = Packages.samples(folder).resolve("SPM").resolve("00123A.zip");

        AdkContents contents = reader.read(sample);

        assertThat(contents).isEqualTo(read(spm("00123A", 13_320_000, 1_500_000)));
        assertThat(contents.spm().getFirst().net()).isEqualByComparingTo("11820000");
    }

    @Test
    void severalSpmKeepTheirOrder() throws IOException {
        new DraftAdk()
                .spm("00003A", DATE, 3_000, 0)
                .spm("00001A", DATE, 1_000, 100)
                .write(adk());

        assertThat(reader.read(adk())).isEqualTo(read(spm("00003A", 3_000, 0), spm("00001A", 1_000, 100)));
    }

    @Test
    void anSpmThatStandsTwiceIsSeen() throws IOException {
        new DraftAdk()
                .spm("00001A", DATE, 1_000, 0)
                .spm("00002A", DATE, 1_000, 0)
                .spm("00001A", DATE, 9_000, 0)
                .write(adk());

        AdkContents contents = reader.read(adk());

        assertThat(contents.spm()).hasSize(3);
        assertThat(contents.repeated()).containsExactly(new Key(2026, "527010", "00001A"));
    }

    @Test
    void anotherYearSatkerAndCurrencyAreTold() throws IOException {
        new DraftAdk()
                .row(List.of("2019", "648790", "00001A"), Optional.of(LocalDate.of(2019, 1, 2)), 5_000, 0, "usd")
                .write(adk());

        assertThat(reader.read(adk()).spm())
                .containsExactly(new AdkSpm(
                        new Key(2019, "648790", "00001A"),
                        Optional.of(LocalDate.of(2019, 1, 2)),
                        BigDecimal.valueOf(5_000),
                        BigDecimal.ZERO,
                        Optional.of("USD")));
    }

    @Test
    void aBlankDateIsNone() throws IOException {
        new DraftAdk()
                .row(List.of("2026", "527010", "00001A"), Optional.empty(), 5_000, 0, "")
                .write(adk());

        assertThat(reader.read(adk()).spm().getFirst().tanggal()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"D_SPMIND.DBF", "data/spm/d_spmind.dbf", "..\\..\\D_SpmInd.Dbf", "../../../d_spmind.dbf"})
    void theTableIsFoundInAnyCaseAndFolder(String member) throws IOException {
        new DraftAdk(member).spm("00001A", DATE, 1_000, 0).write(adk());

        assertThat(reader.read(adk())).isEqualTo(read(spm("00001A", 1_000, 0)));
    }

    @ParameterizedTest
    @EnumSource(value = EncryptionMethod.class, mode = EnumSource.Mode.EXCLUDE, names = "ZIP_STANDARD_VARIANT_STRONG")
    void everyEncryptionOfZipsIsRead(EncryptionMethod encryption) throws IOException {
        new DraftAdk().spm("00001A", DATE, 1_000, 0).write(adk(), encryption);

        assertThat(reader.read(adk())).isEqualTo(read(spm("00001A", 1_000, 0)));
    }

    @Nested
    class WithoutPassword {
        private final AdkReader without = AdkReader.withoutPassword();

        @Test
        void anAdkSpmIsKnownByItsMembers() throws IOException {
            new DraftAdk().spm("00001A", DATE, 1_000, 0).write(adk());

            assertThat(without.read(adk())).isEqualTo(AdkContents.unknown(AdkKind.SPM, AdkGap.NO_PASSWORD));
        }

        @Test
        void oneThatIsNotEncryptedIsRead() throws IOException {
            new DraftAdk().spm("00001A", DATE, 1_000, 0).write(adk(), EncryptionMethod.NONE);

            assertThat(without.read(adk())).isEqualTo(read(spm("00001A", 1_000, 0)));
        }
    }

    @Nested
    class WrongPassword {
        @ParameterizedTest
        @EnumSource(
                value = EncryptionMethod.class,
                names = {"ZIP_STANDARD", "AES"})
        void isTold(EncryptionMethod encryption) throws IOException {
            new DraftAdk().spm("00001A", DATE, 1_000, 0).write(adk(), encryption);

            assertThat(new AdkReader(password("salah"), AdkLimits.usual()).read(adk()))
                    .isEqualTo(AdkContents.unknown(AdkKind.SPM, AdkGap.WRONG_PASSWORD));
        }

        /** Traditional encryption has one byte to tell by, so some wrong passwords seem right. */
        @Test
        void isNeverTakenForRight() throws IOException {
            new DraftAdk().spm("00001A", DATE, 1_000, 0).write(adk());

            for (int i = 0; i < 2_000; i++) {
                AdkContents contents = new AdkReader(password("salah-" + i), AdkLimits.usual()).read(adk());

                assertThat(contents.gap())
                        .as("password %d", i)
                        .get()
                        .isIn(AdkGap.WRONG_PASSWORD, AdkGap.DAMAGED, AdkGap.TOO_MUCH);
            }
        }
    }

    @Nested
    class OtherFiles {
        @ParameterizedTest
        @CsvSource({
            "KONTRAK/kontrak-0007.zip",
            "RPD_HARIAN/rpd-0045.zip",
            "GAJI/gaji-induk.gpp",
            "LPJ/lpj-bendahara.zip"
        })
        void otherJenisHaveFormsThatAreNotKnown(String name) throws IOException {
            AdkContents contents = reader.read(Packages.samples(folder).resolve(name));

            assertThat(contents.gap()).contains(AdkGap.FORM_UNKNOWN);
            assertThat(contents.kind()).isNotEqualTo(AdkKind.SPM);
        }

        @Test
        void aTableByItselfIsKnown() throws IOException {
            Path table = Files.write(
                    folder.resolve("d_spmind.dbf"),
                    new DraftAdk().spm("00001A", DATE, 1_000, 0).tableBytes());

            assertThat(reader.read(table)).isEqualTo(AdkContents.unknown(AdkKind.TABLE, AdkGap.FORM_UNKNOWN));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "P", "PK", "KOM|527010|1", "%PDF-1.7"})
        void anythingElseIsUnknownOrDamaged(String content) throws IOException {
            Path file = Files.writeString(folder.resolve("adk.gpp"), content);

            assertThat(reader.read(file)).isEqualTo(AdkContents.unknown(AdkKind.UNKNOWN, AdkGap.FORM_UNKNOWN));
        }

        @Test
        void aZipInAZipIsNotOpened() throws IOException {
            new DraftAdk().spm("00001A", DATE, 1_000, 0).write(folder.resolve("inner.zip"));
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(adk()), StandardCharsets.UTF_8)) {
                zip.putNextEntry(new ZipEntry("inner.zip"));
                zip.write(Files.readAllBytes(folder.resolve("inner.zip")));
            }

            assertThat(reader.read(adk())).isEqualTo(AdkContents.unknown(AdkKind.OTHER_ZIP, AdkGap.FORM_UNKNOWN));
        }
    }
}
