package id.espm.app.gui.send;

import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.SubmissionOutcome;
import id.espm.app.gui.look.Failure;
import id.espm.app.gui.send.BundleSender.Parcel;
import id.espm.app.gui.send.BundleSender.ParcelListener;
import id.espm.app.gui.send.SendState.Ended;
import id.espm.app.gui.send.SendState.Sending;
import id.espm.app.gui.send.SendState.Waiting;
import id.espm.app.gui.work.Background;
import java.time.Duration;
import java.util.Optional;

/** Brings the news of one sending to the window's thread. Its methods are called on the sending thread. */
final class SendProgress implements ParcelListener {
    private final Background background;
    private final SendViewModel model;
    private Speed speed = new Speed();
    private int sent;
    private int failed;
    private Optional<SubmissionOutcome> last = Optional.empty();

    SendProgress(Background background, SendViewModel model) {
        this.background = background;
        this.model = model;
    }

    /** What became of all, once the sending has ended. */
    Ended ended() {
        return new Ended(sent, failed, last);
    }

    @Override
    public void began(Parcel parcel) {
        speed = new Speed();
        background.tellWindow(() -> {
            model.change(parcel, ParcelRow::begun);
            model.tell(new Sending(0, 0, 0, false));
        });
    }

    @Override
    public void accepted(Parcel parcel, SubmissionOutcome outcome) {
        sent++;
        last = Optional.of(outcome);
        background.tellWindow(() -> {
            model.change(parcel, ParcelRow::stopped);
            model.load();
        });
    }

    @Override
    public void failed(Parcel parcel, Failure failure) {
        failed++;
        background.tellWindow(() -> model.change(parcel, row -> row.failed(failure)));
    }

    @Override
    public void sent(long done, long total) {
        long bytesPerSecond = speed.note(System.nanoTime(), done);
        background.tellWindow(() -> model.tell(new Sending(done, total, bytesPerSecond, false)));
    }

    @Override
    public void waiting(EspmProblem problem, Duration pause) {
        background.tellWindow(() -> model.tell(new Waiting(problem, pause)));
    }
}
