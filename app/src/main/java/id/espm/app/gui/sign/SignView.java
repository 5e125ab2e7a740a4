package id.espm.app.gui.sign;

import id.espm.app.gui.certificate.PassphraseView;
import id.espm.app.gui.look.FilePicker;
import id.espm.app.gui.look.FolderOpener;
import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.ScreenView;
import id.espm.app.gui.look.WindowContext;
import id.espm.app.gui.look.Words;
import id.espm.app.gui.sign.SignReadiness.NeedsPassphrase;
import id.espm.app.gui.sign.SignReadiness.NeedsSecondLook;
import id.espm.app.gui.sign.SignReadiness.Ready;
import id.espm.app.gui.sign.SignState.Cancelled;
import id.espm.app.gui.sign.SignState.Done;
import id.espm.app.gui.sign.SignState.Failed;
import id.espm.app.gui.sign.SignState.Idle;
import id.espm.app.gui.sign.SignState.Signing;
import id.espm.app.text.Messages;
import id.espm.app.text.PackageText;
import id.espm.signer.Difference;
import id.espm.signer.sign.SignedPackage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** Says what will be signed by whom as what, signs it, and shows what was written. */
@SuppressWarnings("NullAway.Init") // FXML fills the fields
public final class SignView extends ScreenView {
    private final SignViewModel model;
    private final HandoverViewModel operator;
    private final Words words;
    private final FolderOpener folders;
    private final FilePicker files;
    private final AfterSigning next;
    private final PassphraseView passphrase;
    private final Other other;

    @FXML
    private Node packagesBox;

    @FXML
    private Pane otherSlot;

    @FXML
    private Pane passphraseSlot;

    @FXML
    private Label summary;

    @FXML
    private VBox secondLookBox;

    @FXML
    private VBox differences;

    @FXML
    private CheckBox secondLook;

    @FXML
    private Node progressBox;

    @FXML
    private ProgressBar progress;

    @FXML
    private LiveText progressText;

    @FXML
    private Notice notice;

    @FXML
    private VBox outcomes;

    @FXML
    private Button sign;

    @FXML
    private Button cancel;

    @FXML
    private Node doneBox;

    @FXML
    private Button send;

    @FXML
    private Button retry;

    @FXML
    private Button folder;

    @FXML
    private Button hand;

    @FXML
    private Notice handed;

    /**
     * Something else that is signed on this screen, in the place of packages.
     *
     * @param view  it
     * @param shown whether it is its turn
     */
    public record Other(ScreenView view, ObservableValue<Boolean> shown) {}

    public SignView(
            SignViewModel model, HandoverViewModel operator, WindowContext context, AfterSigning next, Other other) {
        this.other = other;
        this.model = model;
        this.operator = operator;
        this.words = context.words();
        this.folders = context.folders();
        this.files = context.files();
        this.next = next;
        this.passphrase = new PassphraseView(model.certificate(), words);
    }

    @FXML
    void initialize() {
        fill(passphraseSlot, passphrase, words);
        fill(otherSlot, other.view(), words);
        draw(other.shown(), shown -> {
            show(packagesBox, !shown);
            show(otherSlot, shown);
        });
        secondLook.selectedProperty().bindBidirectional(model.secondLookProperty());
        draw(model.readinessProperty(), readiness -> {
            draw();
            offer(readiness);
        });
        draw(model.stateProperty(), state -> {
            // A step of progress changes nothing else; drawing all of it for each document would hold up the window.
            if (state instanceof Signing step && progressBox.isVisible()) {
                progress(step);
            } else {
                operator.forget();
                draw();
            }
        });
        draw(operator.stateProperty(), this::drawHanded);
    }

    @Override
    public void shown() {
        if (other.shown().getValue()) {
            other.view().shown();
            return;
        }
        passphrase.shown();
        offer(model.readinessProperty().getValue());
    }

    @FXML
    void sign() {
        model.sign();
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    @FXML
    void retry() {
        model.retry();
        passphrase.shown();
    }

    @FXML
    void showFolder() {
        bundles().stream().findFirst().ifPresent(bundle -> operator.show(folders, bundle));
    }

    @FXML
    void hand() {
        files.folder(words.get("sign.hand.title")).ifPresent(picked -> operator.hand(bundles(), picked));
    }

    @FXML
    void send() {
        next.send(submitted());
    }

    @FXML
    void nextPackage() {
        next.nextPackage();
    }

    private List<Path> bundles() {
        return model.state() instanceof Done done
                ? done.signed().stream().flatMap(each -> each.bundle().stream()).toList()
                : List.of();
    }

    private List<SignedPackage> submitted() {
        return model.state() instanceof Done done
                ? done.outcomes().stream()
                        .flatMap(each -> each.signed().stream())
                        .filter(next::isSubmitted)
                        .toList()
                : List.of();
    }

    /** Once everything is there the next key press may sign; whoever is typing is not disturbed. */
    private void offer(SignReadiness readiness) {
        boolean typing = sign.getScene() != null && sign.getScene().getFocusOwner() instanceof TextInputControl;
        if (readiness instanceof Ready && !typing) {
            sign.requestFocus();
        }
    }

    private void draw() {
        SignState state = model.state();
        SignReadiness readiness = model.readinessProperty().getValue();
        boolean signing = state instanceof Signing;
        boolean done = state instanceof Done;
        show(sign, !signing && !done);
        show(cancel, signing);
        show(passphraseSlot, !signing && !done && asksPassphrase(readiness));
        show(doneBox, done);
        show(progressBox, signing);
        show(summary, !done);
        show(outcomes, done);
        boolean ready = readiness instanceof Ready;
        sign.setDisable(!ready);
        sign.setDefaultButton(ready && !done);
        drawSecondLook(!signing && !done, readiness);
        if (!signing) {
            summary.setText(SignSentence.of(readiness, words));
        }
        switch (state) {
            case Idle s -> notice.hide();
            case Signing s -> progress(s);
            case Cancelled s -> notice.say(Notice.Kind.INFO, words.get("sign.cancelled"), "");
            case Failed s -> notice.say(words.tell(s.failure()));
            case Done s -> done(s);
        }
        notice.announce();
    }

    /** Once the package is there the passphrase is what is missing. */
    private static boolean asksPassphrase(SignReadiness readiness) {
        return readiness instanceof NeedsPassphrase
                || readiness instanceof NeedsSecondLook
                || readiness instanceof Ready;
    }

    /** What was confirmed once on the screen of packages is confirmed again, just before it is signed. */
    private void drawSecondLook(boolean may, SignReadiness readiness) {
        List<Difference> all = model.differences();
        boolean wanted = may && !all.isEmpty() && (readiness instanceof NeedsSecondLook || readiness instanceof Ready);
        show(secondLookBox, wanted);
        PackageText texts = new PackageText(Messages.shared(words.locale()));
        differences
                .getChildren()
                .setAll(all.stream()
                        .map(difference -> OutcomeRows.line(texts.difference(difference), "muted"))
                        .toList());
    }

    private void progress(Signing signing) {
        notice.hide();
        progress.setProgress(signing.total() == 0 ? 0 : (double) signing.done() / signing.total());
        String left = signing.left()
                .filter(some -> some.isPositive())
                .map(some -> words.get("sign.progress.left", some.toMinutes(), some.toSecondsPart()))
                .orElse("");
        progressText.setText(
                signing.cancelling()
                        ? words.get("sign.cancelling")
                        : words.get("sign.progress", signing.done(), signing.total(), signing.file()) + left);
        cancel.setDisable(signing.cancelling());
    }

    private void done(Done done) {
        List<Path> bundles = bundles();
        boolean sends = !submitted().isEmpty();
        boolean open = !done.failed().isEmpty() || done.cancelled();
        show(send, sends);
        show(hand, sends);
        show(retry, open);
        show(folder, !bundles.isEmpty());
        outcomes.getChildren().setAll(new OutcomeRows(words).rows(done));
        Notice.Kind kind = open ? Notice.Kind.WARNING : Notice.Kind.GOOD;
        String where = bundles.stream()
                .findFirst()
                .map(bundle -> words.get(
                        sends ? "sign.done.next" : "sign.done.letter",
                        String.valueOf(bundle.toAbsolutePath().getParent())))
                .orElse("");
        notice.say(kind, summed(done, bundles), where);
        Optional.of(send)
                .filter(Node::isVisible)
                .or(() -> Optional.of(retry).filter(Node::isVisible))
                .ifPresent(Node::requestFocus);
    }

    private String summed(Done done, List<Path> bundles) {
        if (done.cancelled()) {
            return words.get("sign.done.cancelled", bundles.size());
        }
        if (!done.failed().isEmpty()) {
            return words.get("sign.done.some", bundles.size(), done.failed().size());
        }
        return bundles.size() == 1
                ? words.get("sign.done", String.valueOf(bundles.getFirst().getFileName()))
                : words.get("sign.done.all", bundles.size());
    }

    private void drawHanded(HandoverViewModel.State state) {
        hand.setDisable(state instanceof HandoverViewModel.State.Copying);
        HandoverNotice.draw(handed, state, words);
    }
}
