package id.espm.signer.benchmarks;

import id.espm.signer.benchmarks.BenchCase.Kind;
import java.nio.file.Path;

/**
 * One way to sign a file, or the limit that ways are measured against.
 *
 * @param title       the row that it fills; the same way for another kind of file fills the same row
 * @param kind        the files that it signs
 * @param signs       whether a signature comes out; the limit makes none
 * @param preparation does what is not timed
 */
record Contender(String title, Kind kind, boolean signs, Preparation preparation) {
    static final String LIMIT = "limit";

    /** Does what is not timed, and leaves what is. */
    interface Preparation {
        Work prepare(Path input) throws Exception;
    }

    /** What is timed: everything from the input file to the closed output file. */
    interface Work {
        void to(Path output) throws Exception;
    }

    static Contender signing(String title, Kind kind, Preparation preparation) {
        return new Contender(title, kind, true, preparation);
    }
}
