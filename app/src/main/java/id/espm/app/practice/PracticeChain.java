package id.espm.app.practice;

import id.espm.app.espm.EspmException;
import id.espm.app.practice.PracticeListener.Stage;
import id.espm.app.practice.PracticeSummary.JenisResult;
import id.espm.app.practice.PracticeSummary.Refused;
import id.espm.app.practice.PracticeSummary.Submitted;
import id.espm.app.signing.BatchItem;
import id.espm.app.signing.BatchItem.State;
import id.espm.app.signing.Failure;
import id.espm.app.text.Explanation;
import id.espm.app.text.Fault;
import id.espm.app.text.Texts;
import id.espm.app.verification.SignedFileVerifier;
import id.espm.signer.Jenis;
import id.espm.signer.Problem;
import id.espm.signer.SignerException;
import id.espm.signer.paket.SigningPackage;
import id.espm.signer.rules.Rules;
import id.espm.signer.sign.SignedPackage;
import id.espm.signer.verify.FileReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One package from its folder to KPPN's desk; what does not hold is told, and the next package goes on. */
final class PracticeChain {
    private static final String VALID = "VALID";
    private static final String RECEIVED = "RECEIVED";

    private final PracticeSigning signing;
    private final SignedFileVerifier verifier;
    private final PracticeDelivery delivery;
    private final Rules rules;
    private final Telling telling;

    /** To whom it is told, and in which words. */
    record Telling(PracticeListener listener, Texts texts) {}

    PracticeChain(PracticeSigning signing, PracticeDelivery delivery, Telling telling) {
        this.signing = signing;
        this.delivery = delivery;
        this.verifier = delivery.judging().verifier();
        this.rules = delivery.judging().rules();
        this.telling = telling;
    }

    /** Signs, judges, and sends what is ever sent. */
    JenisResult run(Jenis jenis, Path paket) throws InterruptedException {
        Progress progress = new Progress(jenis);
        try {
            BatchItem item = signing.sign(paket);
            progress.read = item.paket();
            if (item.state() instanceof State.Signed signed) {
                telling.listener().done(Stage.SIGNED, jenis.name());
                follow(signed.signed(), progress);
            } else if (item.state() instanceof State.Failed failed) {
                progress.error = explain(failed.failure()).whole();
            }
        } catch (SignerException e) {
            progress.error = telling.texts().problems().explain(e.problem()).whole();
        } catch (EspmException e) {
            progress.error = telling.texts().espm().explain(e).whole();
        } catch (IOException e) {
            progress.error = telling.texts().problems().explain(e).whole();
        }
        return progress.result(rules.of(jenis).submitted());
    }

    private void follow(SignedPackage signed, Progress progress)
            throws IOException, SignerException, EspmException, InterruptedException {
        progress.bundle = signed.bundle().toString();
        FileReport report = verifier.verify(signed.bundle(), Optional.empty());
        progress.valid = report.signed() && report.verdict().isValid();
        if (!progress.valid) {
            progress.error = String.join(" ", telling.texts().findings().reasons(report));
            return;
        }
        telling.listener().done(Stage.VERIFIED, progress.jenis.name());
        if (rules.of(progress.jenis).submitted()) {
            progress.submitted = Optional.of(delivery.deliver(signed, telling.listener()));
        }
    }

    /** A package that must be refused for its six SPM, before anything is signed. */
    Refused refuse(Path paket) throws InterruptedException {
        BatchItem item = signing.check(paket);
        if (item.state() instanceof State.Failed failed) {
            Explanation explanation = explain(failed.failure());
            boolean right = failed.failure() instanceof Failure.Refused refused
                    && refused.problem() instanceof Problem.TooManySpm;
            telling.listener().done(Stage.REFUSED, paket.getFileName().toString());
            return new Refused(paket.toString(), right, explanation.code(), explanation.whole());
        }
        return new Refused(paket.toString(), false, null, null);
    }

    private Explanation explain(Failure failure) {
        return switch (failure) {
            case Failure.Refused refused -> telling.texts().problems().explain(refused.problem());
            case Failure.Unwritable unwritable -> telling.texts().problems().explain(unwritable.cause());
            case Failure.Faulty faulty -> telling.texts().problems().explain(Fault.of(faulty.cause()));
        };
    }

    /** How far a package came. */
    private static final class Progress {
        private final Jenis jenis;
        private Optional<SigningPackage> read = Optional.empty();
        private Optional<Submitted> submitted = Optional.empty();
        private String bundle = "";
        private String error = "";
        private boolean valid;

        Progress(Jenis jenis) {
            this.jenis = jenis;
        }

        JenisResult result(boolean toBeSubmitted) {
            boolean arrived = submitted
                    .filter(s -> s.status().equals(RECEIVED) && s.kppnVerdict().equals(VALID) && s.adkIdentical())
                    .isPresent();
            return new JenisResult(
                    jenis.name(),
                    valid && (arrived || !toBeSubmitted),
                    read.map(paket -> paket.jabatan().name()).orElse(""),
                    read.map(SigningPackage::nomor).orElse(List.of()),
                    bundle.isEmpty() ? null : bundle,
                    bundle.isEmpty() ? null : valid ? VALID : "NOT_VALID",
                    submitted.orElse(null),
                    error.isEmpty() ? null : error);
        }
    }
}
