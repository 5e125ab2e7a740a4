package id.espm.signer.benchmarks;

import java.util.Arrays;

/** What is told of samples: the middle, and how far they spread. */
final class Statistics {
    private Statistics() {}

    static double median(double[] samples) {
        return quantile(samples, 0.5);
    }

    /** The median of the ratios within each round, which noise that outlasts a round does not touch. */
    static double pairedRatio(double[] samples, double[] reference) {
        double[] ratios = new double[samples.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = samples[i] / reference[i];
        }
        return median(ratios);
    }

    /** The distance between the quartiles as a part of the median. */
    static double spread(double[] samples) {
        return (quantile(samples, 0.75) - quantile(samples, 0.25)) / median(samples);
    }

    private static double quantile(double[] samples, double q) {
        double[] sorted = samples.clone();
        Arrays.sort(sorted);
        double position = q * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
