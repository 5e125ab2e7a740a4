package id.espm.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.app.espm.EspmProblem;
import id.espm.app.update.UpdateProblem;
import id.espm.signer.Caution;
import id.espm.signer.Difference;
import id.espm.signer.Finding;
import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.PackageQuestion;
import id.espm.signer.Problem;
import id.espm.signer.Satker;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTextTest {
    private static final Texts INDONESIAN = Texts.of(Messages.INDONESIAN, ZoneId.of("Asia/Makassar"));
    private static final Texts ENGLISH = Texts.of(Locale.ENGLISH, ZoneId.of("Asia/Makassar"));

    static Stream<Problem> problems() {
        return cases(Problem.class).map(Problem.class::cast);
    }

    static Stream<EspmProblem> espmProblems() {
        return cases(EspmProblem.class).map(EspmProblem.class::cast);
    }

    static Stream<UpdateProblem> updateProblems() {
        return cases(UpdateProblem.class).map(UpdateProblem.class::cast);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyProblemHasWordsACodeAndItsFamilysExit(Problem problem) {
        Explanation indonesian = INDONESIAN.problems().explain(problem);
        Explanation english = ENGLISH.problems().explain(problem);

        holds(indonesian, english);
        ExitCode expected = switch (problem) {
            case Problem.OfKey key -> ExitCode.KEY;
            case Problem.OfDocuments documents -> ExitCode.DOCUMENTS;
            case Problem.OfNetwork network -> ExitCode.NETWORK;
            case Problem.OfProgram program -> ExitCode.FAULT;
        };
        assertThat(indonesian.exit()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("espmProblems")
    void everyAnswerOfEspmHasWordsACodeAndAnExit(EspmProblem problem) {
        Explanation indonesian = INDONESIAN.espm().explain(problem, "");
        Explanation english = ENGLISH.espm().explain(problem, "");

        holds(indonesian, english);
        assertThat(indonesian.exit()).isIn(ExitCode.KEY, ExitCode.NETWORK, ExitCode.DOCUMENTS);
    }

    @ParameterizedTest
    @MethodSource("updateProblems")
    void everyReasonNotToKnowOfANewerVersionHasWordsAndACode(UpdateProblem problem) {
        Explanation indonesian = INDONESIAN.updates().explain(problem);

        holds(indonesian, ENGLISH.updates().explain(problem));
        assertThat(indonesian.code()).startsWith("UPDATE_");
        assertThat(indonesian.exit()).isEqualTo(ExitCode.NETWORK);
    }

    private static void holds(Explanation indonesian, Explanation english) {
        assertThat(indonesian.code()).matches("[A-Z][A-Z0-9_]+").isEqualTo(english.code());
        assertThat(indonesian.exit()).isEqualTo(english.exit());
        assertThat(indonesian.message()).isNotBlank().isNotEqualTo(english.message());
        assertThat(indonesian.next()).isNotBlank();
        assertThat(indonesian.whole() + english.whole())
                .doesNotContain("{", "}", "Optional[")
                .doesNotContainPattern("[A-Z]\\w+\\[");
    }

    static Stream<Caution> cautions() {
        return cases(Caution.class).map(Caution.class::cast);
    }

    @ParameterizedTest
    @MethodSource("cautions")
    void everyCautionHasASentence(Caution caution) {
        String indonesian = INDONESIAN.cautions().tell(caution);
        String english = ENGLISH.cautions().tell(caution);

        assertThat(indonesian).isNotBlank().isNotEqualTo(english);
        assertThat(indonesian + english).doesNotContain("{", "}", "PT").doesNotContainPattern("[A-Z]\\w+\\[");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyFindingHasASentenceWithAndWithoutItsDetail(Finding.Kind kind) {
        for (Texts texts : List.of(INDONESIAN, ENGLISH)) {
            assertThat(texts.findings().reason(Finding.of(kind))).endsWith(".").doesNotContain("{");
            assertThat(texts.findings().reason(new Finding(kind, "adk/a.p7m"))).contains("adk/a.p7m");
            assertThat(texts.findings().next(Finding.of(kind))).endsWith(".").doesNotContain("{");
        }
    }

    static Stream<Finding.Kind> kinds() {
        return Arrays.stream(Finding.Kind.values());
    }

    @Test
    void aFileAWayOutAndAPasalAreNamed() {
        Explanation pem = INDONESIAN.problems().explain(new Problem.PemNotUsable(Path.of("siti.pem")));
        Explanation six = INDONESIAN
                .problems()
                .explain(new Problem.TooManySpm(5, List.of("1", "2", "3", "4", "5", "6"), "Pasal 6(2)"));

        assertThat(pem.message()).contains("siti.pem");
        assertThat(pem.next()).contains("LOCK", ".p12");
        assertThat(six.whole()).contains("1, 2, 3, 4, 5, 6", "Pasal 6(2)");
    }

    @Test
    void theServersOwnWordIsAddedAsSuch() {
        Explanation told = INDONESIAN.espm().explain(new EspmProblem.NotAppointed(), "Akun budi tidak berwenang.");

        assertThat(told.message()).endsWith("(eSPM: Akun budi tidak berwenang.)");
    }

    @Test
    void statusCodesAreNotWrittenAsNumbers() {
        assertThat(INDONESIAN
                        .espm()
                        .explain(new EspmProblem.ServerFault(1503, Optional.empty()), "")
                        .message())
                .contains("1503");
    }

    @Test
    void troubleWithTheUsersFilesNamesTheFile() {
        ProblemText problems = INDONESIAN.problems();

        assertThat(problems.explain(new NoSuchFileException("a.zip")).message()).contains("a.zip");
        assertThat(problems.explain(new AccessDeniedException("b.zip")).code()).isEqualTo("FILE_NOT_ALLOWED");
        assertThat(problems.explain(new IOException("No space left")).message()).contains("No space left");
    }

    @Test
    void aFaultIsTheSameNumberForTheSameFaultAndTellsNoMessage() {
        IllegalStateException fault = new IllegalStateException("rahasia.pdf");
        Fault once = Fault.of(fault);

        assertThat(Fault.of(fault)).isEqualTo(once);
        assertThat(once.trace())
                .contains("IllegalStateException", "ProblemTextTest")
                .doesNotContain("rahasia");
        assertThat(INDONESIAN.problems().explain(once).message()).contains(once.id());
    }

    /** One or more instances of every case of a sealed interface; of those with an enum, one per constant. */
    private static Stream<Object> cases(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(type -> type.isRecord() ? instances(type) : cases(type));
    }

    private static Stream<Object> instances(Class<?> type) {
        List<Object[]> all = new ArrayList<>();
        all.add(new Object[0]);
        for (RecordComponent component : type.getRecordComponents()) {
            List<Object[]> longer = new ArrayList<>();
            for (Object[] begun : all) {
                for (Object value : values(component.getGenericType())) {
                    Object[] next = Arrays.copyOf(begun, begun.length + 1);
                    next[begun.length] = value;
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all.stream().map(args -> make(type, args));
    }

    private static Object make(Class<?> type, Object[] args) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            return constructor.newInstance(args);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static List<Object> values(Type type) {
        if (type instanceof Class<?> plain && plain.isEnum()) {
            return List.of(plain.getEnumConstants());
        }
        return switch (type.getTypeName()) {
            case "java.nio.file.Path" -> List.of(Path.of("berkas.pdf"));
            case "java.lang.String" -> List.of("kata");
            case "java.time.Instant" -> List.of(Instant.parse("2026-11-21T06:05:00Z"));
            case "java.net.URI" -> List.of(URI.create("http://espm.example"));
            case "int" -> List.of(3);
            case "long" -> List.of(0L, 5L << 20);
            case "boolean" -> List.of(true, false);
            case "id.espm.signer.Satker" -> List.of(new Satker("527010"));
            case "id.espm.signer.Difference" -> List.copyOf(differences());
            case "java.time.Duration" -> List.of(Duration.ofSeconds(347), Duration.ofSeconds(-90));
            case "id.espm.signer.Finding" -> List.of(Finding.of(Finding.Kind.BUNDLE_UNREADABLE));
            default -> generic((ParameterizedType) type);
        };
    }

    private static List<Object> generic(ParameterizedType type) {
        String element = type.getActualTypeArguments()[0].getTypeName();
        if (type.getRawType() == Optional.class) {
            return List.of(Optional.empty(), Optional.of(Duration.ofSeconds(90)));
        }
        if (type.getRawType() == Set.class) {
            return List.of(Set.of(Jabatan.PPSPM, Jabatan.KPA));
        }
        if (element.endsWith("URI")) {
            return List.of(List.of(URI.create("http://tsa.example")));
        }
        if (element.endsWith("Path")) {
            return List.of(List.of(Path.of("paket-1"), Path.of("paket-2")));
        }
        if (element.endsWith("Question")) {
            return List.of(Arrays.stream(PackageQuestion.Doubt.values())
                    .map(doubt -> new PackageQuestion("scan.pdf", doubt, List.of("00123A")))
                    .toList());
        }
        if (element.endsWith("Difference")) {
            return List.of(differences());
        }
        if (element.endsWith("OfferedKey")) {
            return List.of(List.of(new Problem.OfferedKey("4F20", "Siti Rahmawati")));
        }
        return element.endsWith("Finding")
                ? List.of(List.of(Finding.of(Finding.Kind.HASH_FAILURE)))
                : List.of(List.of("00123A", "00124A"));
    }

    private static List<Difference> differences() {
        return Arrays.stream(Difference.Aspect.values())
                .flatMap(aspect -> Stream.of(
                        new Difference(
                                Path.of("adk.zip"), "00123A", Optional.empty(), aspect, "satu", Optional.of("dua")),
                        new Difference(
                                Path.of("adk.zip"),
                                "00123A",
                                Optional.of(Path.of("spm.pdf")),
                                aspect,
                                "satu",
                                Optional.empty())))
                .toList();
    }

    @Test
    void everyJenisAndJabatanHasItsName() {
        assertThat(Jenis.values())
                .allSatisfy(jenis -> assertThat(INDONESIAN.words().of(jenis)).isNotBlank());
        assertThat(INDONESIAN.words().jabatan(List.of(Jabatan.PPK, Jabatan.KPA)))
                .isEqualTo("Kuasa Pengguna Anggaran (KPA), Pejabat Pembuat Komitmen (PPK)");
    }
}
