package id.espm.signer.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.signer.Jenis;
import id.espm.signer.bundle.ContentsList;
import id.espm.signer.bundle.ContentsListBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed files with changes by chance: repeat a run by {@code -Dhostile.seed}. */
class HostileBytesTest {
    private static final int CHANGES = 200;
    private static final long SEED = Long.getLong("hostile.seed", 527010L);

    @TempDir
    static Path folder;

    private static Seeds seeds;

    @BeforeAll
    static void makeSeeds() throws Exception {
        seeds = Seeds.make(folder.resolve("seeds"));
    }

    static List<String> signed() {
        return Seeds.signed().toList();
    }

    @ParameterizedTest
    @MethodSource("signed")
    void whatIsNotChangedIsValid(String name) throws Exception {
        assertThat(isValid(name, seeds.bytes(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {Seeds.BUNDLE, Seeds.BUNDLE_T})
    void noByteOfABundleCanBeChanged(String name) throws Exception {
        Random random = new Random(SEED);
        byte[] bundle = seeds.bytes(name);
        for (int i = 0; i < CHANGES; i++) {
            int position = random.nextInt(bundle.length);
            byte[] changed = changed(bundle, position, random);

            assertThat(isValid(name, changed))
                    .as("seed %d: %s at %d", SEED, name, position)
                    .isFalse();
        }
    }

    /** Headers are a small part of a bundle, so that chance would hit them seldom. */
    @Test
    void noByteOfTheContainerAroundTheEntriesCanBeChanged() throws Exception {
        Random random = new Random(SEED);
        byte[] bundle = seeds.bytes(Seeds.BUNDLE);
        for (int position : around(folder.resolve("seeds").resolve(Seeds.BUNDLE), bundle.length)) {
            if (random.nextInt(4) == 0) {
                assertThat(isValid(Seeds.BUNDLE, changed(bundle, position, random)))
                        .as("seed %d: at %d", SEED, position)
                        .isFalse();
            }
        }
    }

    /**
     * What stays valid must say the same. That is so for bytes that no signature covers and no reader relies on: the case of a
     * hexadecimal digit, certificates of issuers, which only help to find the way to an anchor that is known by itself, and
     * unsigned attributes, which anybody may take away.
     */
    @ParameterizedTest
    @ValueSource(strings = {Seeds.PDF, Seeds.PDF_T, Seeds.PDF_TWICE, Seeds.CMS, Seeds.CMS_T})
    void aChangedByteIsSeenOrChangesNothing(String name) throws Exception {
        Random random = new Random(SEED);
        byte[] file = seeds.bytes(name);
        for (int i = 0; i < CHANGES; i++) {
            int position = random.nextInt(file.length);
            Target target = name.endsWith(".pdf") ? Target.PDF : Target.CMS;

            target.take(seeds, changed(file, position, random));
        }
    }

    /** The same bytes that the long fuzzing starts from, changed in more ways at once. */
    @ParameterizedTest
    @EnumSource(Target.class)
    void noChangesByChanceDoHarm(Target target) throws Exception {
        Mutator mutator = new Mutator(new Random(SEED));
        for (String name : target.seeds()) {
            byte[] seed = seeds.bytes(name);
            for (int i = 0; i < rounds(target); i++) {
                target.take(seeds, mutator.mutate(seed));
            }
        }
    }

    private static int rounds(Target target) {
        return switch (target) {
            case CONTENTS_LIST -> 5_000;
            case ADK -> 1_000;
            case BUNDLE -> 20;
            case PDF, CMS -> 100;
        };
    }

    @ParameterizedTest
    @MethodSource("signed")
    void whatIsCutOffIsNeverValid(String name) throws Exception {
        Random random = new Random(SEED);
        byte[] file = seeds.bytes(name);
        for (int i = 0; i < 20; i++) {
            int length = i == 0 ? file.length - 1 : random.nextInt(file.length);
            // A PDF that was signed twice is whole again where the second signature begins.
            boolean whole = name.equals(Seeds.PDF_TWICE) && length >= seeds.bytes(Seeds.PDF).length;

            assertThat(isValid(name, Arrays.copyOf(file, length)) && !whole)
                    .as("seed %d: %s cut at %d", SEED, name, length)
                    .isFalse();
        }
    }

    @Test
    void bytesBetweenRevisionsAreNeverValid() throws Exception {
        Random random = new Random(SEED);
        byte[] twice = seeds.bytes(Seeds.PDF_TWICE);
        int between = seeds.bytes(Seeds.PDF).length;
        for (int i = 0; i < 25; i++) {
            byte[] more = new byte[1 + random.nextInt(60)];
            random.nextBytes(more);
            byte[] changed = HostileCms.join(
                    Arrays.copyOf(twice, between), more, Arrays.copyOfRange(twice, between, twice.length));

            assertThat(isValid(Seeds.PDF_TWICE, changed))
                    .as("seed %d, round %d", SEED, i)
                    .isFalse();
        }
    }

    @Test
    void entriesInAnotherOrderOrTwiceAreNeverValid() throws Exception {
        Random random = new Random(SEED);
        Map<String, byte[]> entries = HostileContainers.read(seeds.bytes(Seeds.BUNDLE));
        List<String> names = new ArrayList<>(entries.keySet());
        for (int i = 0; i < 10; i++) {
            Map<String, byte[]> more = new LinkedHashMap<>(entries);
            String name = names.get(random.nextInt(names.size()));
            more.put(name + "x", entries.getOrDefault(name, new byte[0]));
            assertThat(isValid(Seeds.BUNDLE, HostileContainers.zip(more)))
                    .as(name)
                    .isFalse();

            Collections.shuffle(names.subList(0, names.size()), random);
            Map<String, byte[]> shuffled = new LinkedHashMap<>();
            names.forEach(one -> shuffled.put(one, entries.getOrDefault(one, new byte[0])));
            boolean typeFirst = names.getFirst().equals("mimetype");
            assertThat(isValid(Seeds.BUNDLE, HostileContainers.zip(shuffled)) && !typeFirst)
                    .as("seed %d: %s", SEED, names)
                    .isFalse();
        }
    }

    @Test
    void whateverListIsWrittenIsReadBackTheSame() {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            ContentsList list = anyList(random);

            assertThat(ContentsListBytes.read(ContentsListBytes.write(list)))
                    .as("seed %d", SEED)
                    .contains(list);
        }
    }

    private static ContentsList anyList(Random random) {
        List<ContentsList.Document> documents = IntStream.range(0, random.nextInt(9))
                .mapToObj(i -> new ContentsList.Document(
                        random.nextBoolean() ? "adk" : text(random),
                        text(random),
                        text(random),
                        text(random),
                        random.nextLong(),
                        text(random),
                        List.of(text(random))))
                .toList();
        Jenis[] kinds = Jenis.values();
        return new ContentsList(
                ContentsList.VERSION,
                kinds[random.nextInt(kinds.length)],
                text(random),
                random.nextBoolean() ? null : text(random),
                random.nextInt(),
                List.of(text(random), text(random)),
                documents);
    }

    /** Of any characters that a text may have, surrogates in pairs. */
    private static String text(Random random) {
        return random.ints(random.nextInt(20), 0, 0x11000)
                .filter(c -> c < 0xd800 || c > 0xdfff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isValid(String name, byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("judged-" + name), bytes);
        return new Judging(seeds.trusting()).judge(file).verdict().isValid();
    }

    private static byte[] changed(byte[] bytes, int position, Random random) {
        byte[] changed = bytes.clone();
        changed[position] ^= (byte) (1 + random.nextInt(255));
        return changed;
    }

    /** Where no entry has its data. */
    private static int[] around(Path bundle, int length) throws IOException {
        BitSet data = new BitSet();
        try (ZipFile zip = ZipFile.builder().setPath(bundle).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                data.set((int) entry.getDataOffset(), (int) (entry.getDataOffset() + entry.getCompressedSize()));
            }
        }
        data.flip(0, length);
        return data.stream().toArray();
    }
}
