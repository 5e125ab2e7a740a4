package id.espm.sandbox.kppn;

import id.espm.sandbox.judge.Judgement;
import java.nio.file.Path;
import java.util.List;

/**
 * What a download left on KPPN's disk.
 *
 * @param item the submission, its state already RECEIVED (or later)
 * @param folder {@code DIR/<id>}
 * @param bundle the bundle as it was sent
 * @param adk the original ADK files, byte for byte what the satker's application made
 * @param lampiran the signed PDFs
 * @param judgement DSS's verdict over everything in the bundle
 * @param verdict {@code verdict.json}, the same for machines
 */
public record ReceivedPackage(
        InboxItem item,
        Path folder,
        Path bundle,
        List<Path> adk,
        List<Path> lampiran,
        Judgement judgement,
        Path verdict) {
    public ReceivedPackage {
        adk = List.copyOf(adk);
        lampiran = List.copyOf(lampiran);
    }
}
