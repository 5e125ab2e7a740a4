package id.espm.app.gui.verify;

import id.espm.app.gui.look.Notice;
import id.espm.app.gui.look.Words;
import id.espm.app.report.Detail;
import id.espm.app.report.RevocationText;
import id.espm.app.report.SignatoryRows;
import id.espm.app.report.SignatureDetails;
import id.espm.app.verification.Judged;
import id.espm.signer.verify.FileReport;
import id.espm.signer.verify.SignatureReport;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is told of one file or document: its verdict, then each signature with its chain. */
final class ReportPane {
    private static final double LABELS = 118;
    private static final double LEAST_LABELS = 64;
    private static final double LABELS_PART = 0.4;
    /** What would let a file's own words write over ours. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final Words words;

    ReportPane(Words words) {
        this.words = words;
    }

    List<Node> nodes(VerifyItem item) {
        List<Node> nodes = new ArrayList<>();
        VerdictLook look = VerdictLook.of(item, words);
        Notice verdict = new Notice();
        verdict.getStyleClass().add("verdict");
        verdict.say(
                look.kind(), look.word(), printable(String.join("\n", look.reasons())) + orNothing("\n", look.next()));
        nodes.add(verdict);
        if (item.document().isEmpty() && item.file().judged() instanceof Judged.Read read) {
            read.signatories().ifPresent(signatories -> nodes.add(grid(SignatoryRows.of(words.shared(), signatories))));
        }
        item.report().ifPresent(report -> signatures(item, report, nodes));
        return nodes;
    }

    private static String orNothing(String before, String text) {
        return text.isEmpty() ? "" : before + text;
    }

    private void signatures(VerifyItem item, FileReport report, List<Node> nodes) {
        SignatureDetails details = new SignatureDetails(
                words.shared(),
                item.file().at(),
                new RevocationText(words.shared(), item.file().online(), words.get("verify.revocation.ask")));
        int number = 1;
        for (SignatureReport signature : report.signatures()) {
            Notice verdict = new Notice();
            verdict.say(
                    VerdictLook.kind(signature.verdict()),
                    words.get(
                            "verify.signature",
                            number,
                            words.shared().findings().verdict(signature.verdict())),
                    words.shared()
                            .findings()
                            .reason(signature.verdict())
                            .map(ReportPane::printable)
                            .orElse(""));
            number++;
            List<Detail> expert = details.expert(signature);
            VBox card = new VBox(verdict, grid(details.usual(signature)));
            if (!expert.isEmpty()) {
                TitledPane chain = new TitledPane(words.get("verify.chain"), grid(expert));
                // Its title would hold the pane open wider than a small window is.
                chain.setMinWidth(0);
                chain.setWrapText(true);
                chain.setExpanded(false);
                chain.setAnimated(false);
                chain.getStyleClass().add("dense");
                card.getChildren().add(chain);
            }
            card.getStyleClass().add("signature-card");
            nodes.add(card);
        }
    }

    private static GridPane grid(List<Detail> rows) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("details");
        ColumnConstraints labels = new ColumnConstraints(LABELS);
        grid.widthProperty()
                .subscribe(width -> fix(labels, Math.clamp(width.doubleValue() * LABELS_PART, LEAST_LABELS, LABELS)));
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(labels, values);
        int row = 0;
        for (Detail detail : rows) {
            Label name = wrapped(detail.label());
            name.getStyleClass().add("detail-name");
            GridPane.setValignment(name, VPos.TOP);
            grid.addRow(row, name, wrapped(printable(detail.value())));
            row++;
        }
        return grid;
    }

    private static void fix(ColumnConstraints column, double width) {
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static String printable(String text) {
        StringBuilder out = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            out.append(out.isEmpty() ? "" : "\n")
                    .append(UNPRINTABLE.matcher(line).replaceAll("\uFFFD"));
        }
        return out.toString();
    }
}
