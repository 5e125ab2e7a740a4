package id.espm.sandbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.espm.sandbox.judge.ForeignTool;
import java.util.Optional;

/** Programs that are not ours, as judges in tests. */
public final class ForeignJudge {
    private ForeignJudge() {}

    /** Skips the test, saying why, where this machine lacks the program. */
    public static ForeignTool require(String program) {
        Optional<ForeignTool> tool = ForeignTool.find(program);
        assumeTrue(tool.isPresent(), program + " is not installed on this machine, and it is the judge of this test");
        return tool.get();
    }
}
