package id.espm.signer.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Measures all contenders of a case in one process, round by round: in each round everybody signs once, in an order drawn
 * anew, so that whatever else the machine does meets all alike. A sample is the mean of a batch; garbage is collected before
 * each, so that nobody pays for another's.
 */
final class PairedRun {
    private static final double NANOS_PER_MS = 1e6;

    private final int rounds;
    private final double warmup;
    private final Random order = new Random(1);

    PairedRun(int rounds, double warmup) {
        this.rounds = rounds;
        this.warmup = warmup;
    }

    /** A contender with its input prepared, and what was measured of it. */
    private record Lane(Contender contender, Contender.Work work, double[] samples) {}

    /**
     * Proves, warms up and measures.
     *
     * @param batch how many signings make a sample
     * @return milliseconds per signing, one sample per round, by the contender's title
     */
    Map<String, double[]> measure(Path input, int batch, List<Contender> contenders, Path folder) throws Exception {
        Path output = folder.resolve("signed");
        List<Lane> lanes = new ArrayList<>();
        for (Contender contender : contenders) {
            Lane lane = new Lane(contender, contender.preparation().prepare(input), new double[rounds]);
            lane.work().to(output);
            Proof.require(contender, input, output);
            lanes.add(lane);
        }
        for (Lane lane : lanes) {
            warmUp(lane, output);
        }
        List<Lane> shuffled = new ArrayList<>(lanes);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(shuffled, order);
            for (Lane lane : shuffled) {
                lane.samples()[round] = sample(lane.work(), batch, output);
            }
        }
        Map<String, double[]> samples = new LinkedHashMap<>();
        lanes.forEach(lane -> samples.put(lane.contender().title(), lane.samples()));
        return samples;
    }

    private void warmUp(Lane lane, Path output) throws Exception {
        long end = System.nanoTime() + (long) (warmup * 1e9);
        do {
            lane.work().to(output);
        } while (System.nanoTime() < end);
    }

    private static double sample(Contender.Work work, int batch, Path output) throws Exception {
        System.gc();
        long start = System.nanoTime();
        for (int i = 0; i < batch; i++) {
            work.to(output);
        }
        return (System.nanoTime() - start) / NANOS_PER_MS / batch;
    }
}
