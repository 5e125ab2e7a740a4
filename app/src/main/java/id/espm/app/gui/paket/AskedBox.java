package id.espm.app.gui.paket;

import id.espm.app.draft.DraftIntake.Doubt;
import id.espm.app.gui.look.TypedSecret;
import id.espm.app.gui.look.Words;
import id.espm.signer.key.Secret;
import id.espm.signer.paket.OfferedFile.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is asked before a package can go on, each question with its answers beside it. */
final class AskedBox {
    private final PackageViewModel model;
    private final Words words;
    private final VBox box;

    AskedBox(PackageViewModel model, Words words, VBox box) {
        this.model = model;
        this.words = words;
        this.box = box;
    }

    /** Asks what is open now; whoever was answering goes on with the next question. */
    void draw() {
        boolean answering = box.getScene() != null && isInside(box.getScene().getFocusOwner());
        Found found = model.foundProperty().get();
        List<Node> asked = new ArrayList<>();
        model.news().doubtsProperty().get().forEach(doubt -> asked.add(doubt(doubt)));
        found.questions().forEach(question -> asked.add(question(question)));
        if (found.verdict() instanceof PackageVerdict.Changed changed) {
            asked.add(row(
                    words.get("package.changed", names(changed.files())),
                    button(words.get("package.changed.take"), model::acceptChanges)));
        }
        model.spmCount()
                .filter(count -> count.count() > count.limit())
                .ifPresent(count -> asked.add(row(
                        words.get("package.split.ask", model.choices().limitPasal()),
                        button(words.get("package.split"), model::split))));
        if (found.wantsPassword()) {
            asked.add(password());
        }
        box.getChildren().setAll(asked);
        box.setVisible(!asked.isEmpty());
        box.setManaged(!asked.isEmpty());
        if (answering && !asked.isEmpty()) {
            ((Region) asked.getFirst())
                    .lookupAll(".button").stream().findFirst().ifPresent(Node::requestFocus);
        }
    }

    private boolean isInside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (box.equals(at)) {
                return true;
            }
        }
        return false;
    }

    private Node doubt(Doubt doubt) {
        return row(
                words.get(
                        "package.doubt",
                        doubt.folder().getFileName(),
                        doubt.parts().size()),
                button(words.get("package.doubt.one"), () -> model.answer(doubt, false)),
                button(words.get("package.doubt.several", doubt.parts().size()), () -> model.answer(doubt, true)));
    }

    private Node question(Question question) {
        String name = String.valueOf(question.file().getFileName());
        Button[] answers = question.answers().stream()
                .map(place -> {
                    Button answer = button(answer(question, place), () -> model.answer(question.file(), place));
                    answer.setAccessibleText(words.get("package.answer.name", name, answer.getText()));
                    return answer;
                })
                .toArray(Button[]::new);
        return row(words.get("package.question." + question.doubt(), name), answers);
    }

    private String answer(Question question, Place place) {
        return switch (place) {
            case Place.Adk adk ->
                words.get(
                        question.known().contains(adk.document()) ? "package.answer.adk" : "package.answer.adk-new",
                        adk.document());
            case Place.Lampiran lampiran ->
                words.get(
                        question.known().contains(lampiran.document())
                                ? "package.answer.pdf"
                                : "package.answer.pdf-new",
                        lampiran.document());
            case Place.LeftOut out -> words.get("package.answer.out");
        };
    }

    private Node password() {
        PasswordField field = new PasswordField();
        field.setId("adkPassword");
        field.setAccessibleText(words.get("package.adk-password"));
        field.setPromptText(words.get("package.adk-password"));
        Runnable typed = () -> {
            if (field.getLength() > 0) {
                char[] chars = TypedSecret.take(field);
                model.typePassword(Secret.copyOf(chars));
                Arrays.fill(chars, '\0');
            }
        };
        field.setOnAction(event -> typed.run());
        return row(words.get("package.adk-password.ask"), field, button(words.get("package.adk-password.take"), typed));
    }

    /** The question stands above its answers: a flow pane is never narrower than a text in it would like to be. */
    private VBox row(String question, Node... answers) {
        Label label = new Label(question);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        FlowPane choices = new FlowPane(8, 4, answers);
        VBox row = new VBox(4, label, choices);
        row.getStyleClass().add("asked");
        return row;
    }

    private static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.setMnemonicParsing(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static String names(List<Path> files) {
        return String.join(
                ", ",
                files.stream().map(file -> String.valueOf(file.getFileName())).toList());
    }
}
