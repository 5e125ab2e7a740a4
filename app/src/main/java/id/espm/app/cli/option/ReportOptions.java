package id.espm.app.cli.option;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.report.ReportFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which reports are written. */
public final class ReportOptions {
    @Option(names = "--report", paramLabel = "FILE", descriptionKey = "report")
    private List<Path> reports = List.of();

    @Option(names = "--force", descriptionKey = "force")
    private boolean force;

    /** The files that the call names. */
    public List<Path> paths() {
        return List.copyOf(reports);
    }

    /** The same, with whether they may take the place of others. */
    public List<ReportFile> files() {
        return reports.stream().map(path -> new ReportFile(path, force)).toList();
    }

    /** A report must not take the place of what it reports on. */
    public void requireNoneOf(List<Path> judged, CommandContext context) throws CommandException, IOException {
        for (Path report : reports) {
            for (Path file : judged) {
                if (Files.exists(report) && Files.exists(file) && Files.isSameFile(report, file)) {
                    throw CommandException.wrongCall(context.messages().get("call.report-is-input", report.toString()));
                }
            }
        }
    }
}
