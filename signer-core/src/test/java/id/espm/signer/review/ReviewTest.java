package id.espm.signer.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.espm.sandbox.samples.Adk;
import id.espm.sandbox.samples.DraftAdk;
import id.espm.sandbox.samples.DraftPrint;
import id.espm.signer.AdkGap;
import id.espm.signer.Caution;
import id.espm.signer.Difference;
import id.espm.signer.Difference.Aspect;
import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Kppn;
import id.espm.signer.Problem;
import id.espm.signer.Problem.AdkMismatch;
import id.espm.signer.Problem.AdkMismatch.Mark;
import id.espm.signer.Satker;
import id.espm.signer.SignerException;
import id.espm.signer.adk.contents.AdkReader;
import id.espm.signer.key.Secret;
import id.espm.signer.paket.PackageDetails;
import id.espm.signer.paket.PackageDocument;
import id.espm.signer.paket.PackageFolder;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.sign.Packages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewTest {
    private static final LocalDate DATE = LocalDate.of(2026, 1, 5);
    private static final String TITLE = "SURAT PERINTAH MEMBAYAR";
    private static final String HEAD = "Tanggal: 5 Januari 2026     Nomor: 00123A";
    private static final String NET = "JUMLAH PEMBAYARAN (NETTO) Rp1.234.567";

    @TempDir
    Path folder;

    private final PackageReview review =
            new PackageReview(AdkReader.withPassword(Secret.copyOf(Adk.PASSWORD.toCharArray())));
    private final List<Path> pdfs = new ArrayList<>();

    private Path adk() {
        return folder.resolve("00123A.zip");
    }

    private void adk(DraftAdk draft) throws IOException {
        draft.write(adk());
    }

    private void usualAdk() throws IOException {
        adk(new DraftAdk().spm("00123A", DATE, 1_300_000, 65_433));
    }

    private Path print(String name, String... lines) throws IOException {
        Path pdf = folder.resolve(name);
        DraftPrint.write(pdf, List.of(lines));
        pdfs.add(pdf);
        return pdf;
    }

    private SigningPackage paket(String... nomor) throws SignerException {
        PackageDetails details = new PackageDetails(
                Optional.of(Jenis.SPM),
                Optional.of(new Satker("527010")),
                Optional.of(new Kppn("082")),
                Optional.of(2026),
                Optional.of(Jabatan.PPSPM),
                Optional.of("Tolitoli"));
        return SigningPackage.of(
                folder, details, List.of(new PackageDocument(List.of(nomor), Optional.of(adk()), pdfs)));
    }

    private ReviewReport report(String... nomor) throws SignerException {
        return review.review(paket(nomor));
    }

    private Difference difference(Path pdf, Aspect aspect, String inAdk, String found) {
        return new Difference(adk(), "00123A", Optional.of(pdf), aspect, inAdk, Optional.ofNullable(found));
    }

    private static void assertClean(ReviewReport report) {
        assertThat(report.differences()).isEmpty();
        assertThat(report.cautions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Jenis.class)
    void thePracticePackagesAgree(Jenis jenis) throws IOException, SignerException {
        Path source = Packages.samples(folder).resolve(jenis.name());

        ReviewReport report = review.review(PackageFolder.read(source, PackageDetails.none(), PackageDetails.none()));

        assertClean(report);
        boolean spm = jenis.name().startsWith("SPM");
        assertThat(report.documents())
                .allMatch(d -> d.adk().map(adk -> adk.isRead()).orElse(false) == spm);
    }

    @Test
    void whatAgreesIsSaidToAgree() throws IOException, SignerException {
        usualAdk();
        print("spm.pdf", TITLE, HEAD, NET);

        assertClean(report("00123A"));
    }

    @Nested
    class Numbers {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "00123A",
                    "00123a",
                    "123A",
                    " 00123 A ",
                    "00123A/527010/2026",
                    "123a / 527010 / 2026",
                    "SPM 00123A",
                    "SPM_231_00123A_168572955888"
                })
        void areMeantInManyWays(String said) throws IOException, SignerException {
            usualAdk();
            print("spm.pdf", TITLE, HEAD, NET);

            assertClean(report(said));
        }

        @Test
        void thatDifferAreTold() throws IOException, SignerException {
            usualAdk();
            print("spm.pdf", TITLE, HEAD, NET);

            assertThat(report("00124A").differences())
                    .containsExactly(new Difference(
                            adk(), "00123A", Optional.empty(), Aspect.NOMOR, "00123A", Optional.of("00124A")));
        }

        @Test
        void thatThePackageDoesNotSayAreTold() throws IOException, SignerException {
            adk(new DraftAdk().spm("00123A", DATE, 1_000, 0).spm("00124A", DATE, 1_000, 0));

            ReviewReport report = report("00123A");

            assertThat(report.differences())
                    .containsExactly(new Difference(
                            adk(), "00124A", Optional.empty(), Aspect.NOMOR, "00124A", Optional.empty()));
            assertThat(report.nomor()).containsExactly("00123A", "00124A");
        }

        @Test
        void thatTheAdkDoesNotHoldAreTold() throws IOException, SignerException {
            adk(new DraftAdk().spm("00123A", DATE, 1_000, 0));

            assertThat(report("00123A", "00124A").differences())
                    .containsExactly(new Difference(
                            adk(), "00123A", Optional.empty(), Aspect.NOMOR, "00123A", Optional.of("00124A")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"Nomor: 00123A", "Nomor : 123A", "NO. 00123a/527010/2026", "Nomor 00123 A"})
        void areFoundInPrints(String line) throws IOException, SignerException {
            usualAdk();
            print("spm.pdf", TITLE, line, "5 Januari 2026", NET);

            assertClean(report("00123A"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"Nomor: 00123B", "Nomor: 100123A", "Nomor: 00123AB", "Nomor: 00123"})
        void ofAPrintThatDifferAreTold(String line) throws IOException, SignerException {
            usualAdk();
            Path pdf = print("spm.pdf", TITLE, line, "5 Januari 2026", NET);

            assertThat(report("00123A").differences()).containsExactly(difference(pdf, Aspect.NOMOR, "00123A", null));
        }
    }

    @Nested
    class Dates {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "05-01-2026",
                    "5-1-2026",
                    "05/01/2026",
                    "5/1/2026",
                    "05.01.2026",
                    "2026-01-05",
                    "5 Januari 2026",
                    "05 JANUARI 2026",
                    "5 Jan 2026",
                    "05-Jan-2026",
                    "5 Jan. 2026",
                    "05 - 01 - 2026"
                })
        void areFoundInEveryForm(String written) throws IOException, SignerException {
            usualAdk();
            print("spm.pdf", TITLE, "Nomor: 00123A tanggal " + written, NET);

            assertClean(report("00123A"));
        }

        @ParameterizedTest
        @CsvSource({
            "2, Februari Pebruari Feb Peb",
            "3, Maret Mar Mrt",
            "4, April Apr",
            "5, Mei",
            "6, Juni Jun",
            "7, Juli Jul",
            "8, Agustus Agt Ags Agu",
            "9, September Sep Sept",
            "10, Oktober Okt",
            "11, November Nopember Nov Nop",
            "12, Desember Des"
        })
        void ofEveryMonthAreFound(int month, String names) throws IOException, SignerException {
            LocalDate date = LocalDate.of(2026, month, 21);
            adk(new DraftAdk().spm("00123A", date, 1_234_567, 0));
            for (String name : names.split(" ")) {
                pdfs.clear();
                print("spm.pdf", TITLE, "Nomor: 00123A tanggal 21 " + name + " 2026", NET);

                assertClean(report("00123A"));
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"15 Januari 2026", "05-01-2025", "5 Juni 2026", "05-01-20261", "01-05-2026", "31-31-2026"})
        void thatDifferAreTold(String written) throws IOException, SignerException {
            usualAdk();
            Path pdf = print("spm.pdf", TITLE, "Nomor: 00123A", "Tolitoli, " + written, NET);

            assertThat(report("00123A").differences())
                    .containsExactly(difference(pdf, Aspect.TANGGAL, "5 Januari 2026", null));
        }

        @Test
        void behindTheirWordAreTold() throws IOException, SignerException {
            usualAdk();
            Path pdf = print("spm.pdf", TITLE, "SPP Tanggal: 03-01-2026", "Nomor: 00123A Tanggal: 06/01/2026", NET);

            assertThat(report("00123A").differences())
                    .containsExactly(difference(pdf, Aspect.TANGGAL, "5 Januari 2026", "6 Januari 2026"));
        }

        @Test
        void thatTheAdkLeavesBlankAreNotAsked() throws IOException, SignerException {
            adk(new DraftAdk().row(List.of("2026", "527010", "00123A"), Optional.empty(), 1_234_567, 0, "IDR"));
            print("spm.pdf", TITLE, "Nomor: 00123A", NET);

            assertClean(report("00123A"));
        }
    }

    @Nested
    class Amounts {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1.234.567",
                    "Rp1.234.567",
                    "Rp 1.234.567",
                    "Rp. 1.234.567,00",
                    "1.234.567,00",
                    "1,234,567.00",
                    "1,234,567",
                    "1234567",
                    "Rp1234567",
                    "1234567.00",
                    "1234567,00",
                    "Rp1.234.567,-",
                    "***1.234.567***"
                })
        void areFoundInEveryForm(String written) throws IOException, SignerException {
            usualAdk();
            print("spm.pdf", TITLE, HEAD, "Agar dibayar sejumlah " + written + ".");

            assertClean(report("00123A"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "1.234.568",
                    "11.234.567",
                    "1.234.567.000",
                    "1.234.567,50",
                    "1.234.56",
                    "91234567",
                    "12345678",
                    "1.234.567,123"
                })
        void thatDifferAreTold(String written) throws IOException, SignerException {
            usualAdk();
            Path pdf = print("spm.pdf", TITLE, HEAD, "Belanja " + written);

            assertThat(report("00123A").differences())
                    .containsExactly(difference(pdf, Aspect.JUMLAH, "Rp1.234.567", null));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "JUMLAH PEMBAYARAN (NETTO)   Rp1.243.567", "Jumlah bersih: 1,243,567.00",
                    "Agar melakukan pembayaran sejumlah Rp1.243.567", "Jumlah yang dibayarkan 1.243.567,00"
                })
        void behindTheirWordAreTold(String line) throws IOException, SignerException {
            usualAdk();
            Path pdf = print("spm.pdf", TITLE, HEAD, "Jumlah pengeluaran 1.300.000", line);

            assertThat(report("00123A").differences())
                    .containsExactly(difference(pdf, Aspect.JUMLAH, "Rp1.234.567", "Rp1.243.567"));
        }

        @Test
        void ofAnotherCurrencyAreTold() throws IOException, SignerException {
            adk(new DraftAdk().row(List.of("2026", "527010", "00123A"), Optional.of(DATE), 50_000, 0, "USD"));
            Path pdf = print("spm.pdf", TITLE, HEAD, "Jumlah bersih USD 40,000.00");

            assertThat(report("00123A").differences())
                    .containsExactly(difference(pdf, Aspect.JUMLAH, "USD 50.000", "USD 40.000"));
        }

        @Test
        void ofNothingMayBeWrittenAsNihil() throws IOException, SignerException {
            adk(new DraftAdk().spm("00123A", DATE, 1_000, 1_000));
            print("spm.pdf", TITLE, HEAD, "Jumlah bersih: NIHIL");

            assertClean(report("00123A"));
        }
    }

    @Nested
    class Prints {
        @Test
        void ofTwoSpmMayBeInOnePdf() throws IOException, SignerException {
            adk(new DraftAdk().spm("00123A", DATE, 1_234_567, 0).spm("00124A", DATE, 7_000, 0));
            Path pdf = print("spm.pdf", TITLE, HEAD, NET, TITLE, "Tanggal: 5 Januari 2026 Nomor: 00124A", "Rp7.001");

            assertThat(report("00123A", "00124A").differences())
                    .containsExactly(new Difference(
                            adk(), "00124A", Optional.of(pdf), Aspect.JUMLAH, "Rp7.000", Optional.of("Rp1.234.567")));
        }

        @Test
        void ofTwoSpmMayBeInTwoPdfs() throws IOException, SignerException {
            adk(new DraftAdk().spm("00123A", DATE, 1_234_567, 0).spm("00124A", DATE, 7_000, 0));
            print("a.pdf", TITLE, HEAD, NET);
            print("b.pdf", TITLE, "Tanggal: 5 Januari 2026 Nomor: 00124A", "Rp7.000");

            assertClean(report("00123A", "00124A"));
        }

        @Test
        void areNotMistakenForWhatSupportsThem() throws IOException, SignerException {
            usualAdk();
            print("spm.pdf", TITLE, HEAD, NET);
            print("kuitansi.pdf", "KUITANSI", "untuk SPM 00123A", "Jumlah uang Rp1.300.000");
            print("sptb.pdf", "SURAT PERNYATAAN", "sesuai Surat Perintah Membayar Nomor 00123A");

            assertClean(report("00123A"));
        }

        @Test
        void thatAreScansAreNotCompared() throws IOException, SignerException {
            usualAdk();
            print("scan.pdf");
            print("kuitansi.pdf", "KUITANSI", "Jumlah uang Rp1.300.000");

            assertThat(report("00123A").cautions()).containsExactly(new Caution.NotCompared(adk(), "00123A"));
        }

        @Test
        void mayLackTheirTitle() throws IOException, SignerException {
            usualAdk();
            Path pdf = print("spm.pdf", "SPM Nomor 00123A tanggal 05-01-2026", "Bersih 1.234.000");

            assertThat(report("00123A").differences())
                    .containsExactly(difference(pdf, Aspect.JUMLAH, "Rp1.234.567", "Rp1.234.000"));
        }

        @Test
        void mayBeDamaged() throws IOException, SignerException {
            usualAdk();
            pdfs.add(Files.writeString(folder.resolve("spm.pdf"), "%PDF-1.7 and nothing more"));

            assertThat(report("00123A").cautions()).containsExactly(new Caution.NotCompared(adk(), "00123A"));
        }
    }

    @Nested
    class Adks {
        @Test
        void ofAnotherSatkerAreRefused() throws IOException {
            adk(new DraftAdk().row(List.of("2026", "648790", "00123A"), Optional.of(DATE), 1_000, 0, "IDR"));

            assertRefused(new AdkMismatch(adk(), Mark.SATKER, "527010", "648790"));
        }

        @Test
        void ofAnotherYearAreRefused() throws IOException {
            adk(new DraftAdk().row(List.of("2025", "527010", "00123A"), Optional.of(DATE), 1_000, 0, "IDR"));

            assertRefused(new AdkMismatch(adk(), Mark.TAHUN, "2026", "2025"));
        }

        private void assertRefused(Problem problem) {
            assertThatThrownBy(() -> report("00123A"))
                    .isInstanceOfSatisfying(
                            SignerException.class, e -> assertThat(e.problem()).isEqualTo(problem));
        }

        @Test
        void withoutTheirPasswordAreToldAndNoPdfIsRead() throws IOException, SignerException {
            usualAdk();
            pdfs.add(folder.resolve("not-there.pdf"));

            ReviewReport report = new PackageReview(AdkReader.withoutPassword()).review(paket("00123A"));

            assertThat(report.cautions()).containsExactly(new Caution.AdkNotRead(adk(), AdkGap.NO_PASSWORD));
            assertThat(report.nomor()).containsExactly("00123A");
        }

        @Test
        void ofAnUnknownFormAreToldForAnSpm() throws IOException, SignerException {
            Files.writeString(adk(), "bukan ZIP");

            assertThat(report("00123A").cautions()).containsExactly(new Caution.AdkNotRead(adk(), AdkGap.FORM_UNKNOWN));
        }
    }
}
