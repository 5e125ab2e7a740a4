package id.espm.app.gui.paket;

import id.espm.app.gui.look.Words;
import id.espm.app.gui.paket.Slot.Flaw;
import id.espm.signer.adk.contents.AdkSpm;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One slot of the board. */
final class SlotCard extends VBox {
    /** What a slot needs with the room around it; a narrower one tells nothing of its files' names. */
    static final double WIDTH = 160;

    private static final Locale INDONESIA = Locale.of("id", "ID");

    private final Words words;
    private final Consumer<Set<Path>> remove;

    private SlotCard(Words words, Consumer<Set<Path>> remove) {
        this.words = words;
        this.remove = remove;
        getStyleClass().add("slot");
        setMaxHeight(Double.MAX_VALUE);
        // As wide as its column: a column must not be held wide by what it holds, or the board could not become
        // narrower.
        setMinWidth(0);
    }

    /** A slot that waits for its files. */
    static SlotCard empty(Words words, int number) {
        SlotCard card = new SlotCard(words, files -> {});
        card.getStyleClass().add("slot-empty");
        card.getChildren().add(text(words.get("package.slot.empty", number), "muted"));
        return card;
    }

    /** @param remove takes files out of the package */
    static SlotCard of(Slot slot, Words words, Consumer<Set<Path>> remove) {
        SlotCard card = new SlotCard(words, remove);
        card.draw(slot);
        return card;
    }

    private void draw(Slot slot) {
        String nomor = String.join(", ", slot.document().nomor());
        Label title = text(nomor, "file-name");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox header = new HBox(
                title,
                button(
                        words.get("package.slot.remove", nomor),
                        () -> remove.accept(slot.files().collect(Collectors.toSet()))));
        header.getStyleClass().add("line");
        getChildren().add(header);
        getChildren().add(badge(slot));
        slot.spm().forEach(spm -> getChildren().add(text(fact(spm), "slot-fact")));
        slot.document().adk().ifPresent(adk -> getChildren().add(file("package.slot.adk", adk)));
        slot.document().lampiran().forEach(pdf -> getChildren().add(file("package.slot.pdf", pdf)));
        Arrays.stream(Flaw.values())
                .filter(flaw -> slot.flaws().contains(flaw))
                .skip(1)
                .forEach(flaw -> getChildren().add(text(words.get("package.flaw." + flaw), "muted")));
        setAccessibleText(words.get("package.slot.name", nomor, state(slot)));
    }

    private Label badge(Slot slot) {
        Label badge = text(state(slot), "slot-state");
        badge.pseudoClassStateChanged(
                PseudoClass.getPseudoClass("good"), slot.flaws().isEmpty());
        badge.pseudoClassStateChanged(PseudoClass.getPseudoClass("bad"), !slot.isComplete());
        badge.setGraphic(new FontIcon(
                slot.flaws().isEmpty() ? "mdal-check_circle" : slot.isComplete() ? "mdal-info" : "mdal-error"));
        return badge;
    }

    private String state(Slot slot) {
        return Arrays.stream(Flaw.values())
                .filter(flaw -> slot.flaws().contains(flaw))
                .findFirst()
                .map(flaw -> words.get("package.flaw." + flaw))
                .orElseGet(() -> words.get("package.slot.complete", words.size(slot.size())));
    }

    private String fact(AdkSpm spm) {
        String date = spm.tanggal()
                .map(day -> words.date(day.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .orElse("–");
        return words.get("package.slot.fact", spm.key().nomor(), date, amount(spm.net(), spm.valas()));
    }

    private static String amount(BigDecimal net, Optional<String> valas) {
        boolean whole = net.stripTrailingZeros().scale() <= 0;
        return valas.map(code -> code + " ").orElse("Rp") + String.format(INDONESIA, whole ? "%,.0f" : "%,.2f", net);
    }

    private HBox file(String key, Path path) {
        String name = String.valueOf(path.getFileName());
        Label label = new Label(words.get(key, name));
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setTooltip(new Tooltip(path.toString()));
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(label, button(words.get("package.file.remove", name), () -> remove.accept(Set.of(path))));
        line.getStyleClass().add("slot-file");
        return line;
    }

    private static Button button(String name, Runnable action) {
        Button button = new Button("", new FontIcon("mdal-close"));
        button.getStyleClass().addAll("flat", "slot-remove");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Label text(String said, String styleClass) {
        Label label = new Label(said);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
