package id.espm.signer.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import id.espm.signer.Officials;
import id.espm.signer.key.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are made to do harm are judged in 512 MB of heap and ten seconds of one thread each. */
class BoundsTest {
    /** Much like others, and slow to be made: judged where {@code -Dhostile.all=true} asks for it. */
    private static final Set<String> SLOW = Set.of(
            "1000000-objects.pdf",
            "240000-linked-objects.pdf",
            "60-signatures.pdf",
            "no-xref-500000-words.pdf",
            "no-xref-streams-without-end.pdf",
            "page-tree-1000000-kids.pdf",
            "overlapping-objects.pdf",
            "giant-contents-nested.pdf",
            "100000-subsections.pdf",
            "deep-string.pdf",
            "20000-certificates.p7m",
            "10000-signers.p7m",
            "1000000-digests.p7m",
            "4000-timestamps.p7m",
            "4000-documents.asice",
            "65535-entries.asice");

    @TempDir
    static Path folder;

    @Test
    void everyHostileFileEndsInTimeWithAVerdictThatIsNotValid() throws Exception {
        Path seedFolder = folder.resolve("seeds");
        Seeds seeds = Seeds.make(seedFolder);
        Path files = Files.createDirectories(folder.resolve("files"));
        int count = 0;
        try (SigningKey key = Officials.open(Officials.ppspm(), folder)) {
            for (Map.Entry<String, Callable<byte[]>> one : makers(seeds, key).entrySet()) {
                Files.write(files.resolve(one.getKey()), one.getValue().call());
                count++;
            }
        }

        List<String> lines = run(files, seedFolder);

        assertThat(lines).hasSize(count).allSatisfy(line -> {
            String[] parts = line.split("\t");
            assertThat(parts[1]).as(line).isIn("INVALID", "INDETERMINATE", "UNSIGNED");
            assertThat(Long.parseLong(parts[2])).as(line).isLessThan(BoundsRun.MOST.toMillis());
        });
    }

    private static Map<String, Callable<byte[]>> makers(Seeds seeds, SigningKey key) throws Exception {
        Map<String, Callable<byte[]>> makers = new LinkedHashMap<>();
        new HostilePdfs(key).all().forEach((name, maker) -> makers.put(name, maker::make));
        new HostileCms(seeds.bytes(Seeds.CMS_T)).all().forEach((name, maker) -> makers.put(name, maker::make));
        new HostileContainers(seeds.bytes(Seeds.BUNDLE)).all().forEach((name, maker) -> makers.put(name, maker::make));
        if (!Boolean.getBoolean("hostile.all")) {
            makers.keySet().removeAll(SLOW);
        }
        return makers;
    }

    private static List<String> run(Path files, Path seeds) throws Exception {
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        BoundsRun.class.getName(),
                        files.toString(),
                        seeds.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(10, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("%s", Files.readString(said)).isTrue();
        return Files.readAllLines(said);
    }
}
