package id.espm.signer.review;

import id.espm.signer.Difference;
import id.espm.signer.Difference.Aspect;
import id.espm.signer.adk.contents.AdkSpm;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Compares one SPM of an ADK with the PDFs beside it. A print of the SPM itself has to tell number, date and net amount. Other
 * papers name the SPM in passing, so where there is no print it is enough that one of them tells all.
 */
final class SpmComparison {
    private final Path adk;
    private final AdkSpm spm;
    private final SpmNumber nomor;

    SpmComparison(Path adk, AdkSpm spm) {
        this.adk = adk;
        this.spm = spm;
        this.nomor = new SpmNumber(spm.key().nomor());
    }

    /**
     * The PDFs that must agree with the SPM; none where nothing looks like it.
     *
     * @param texts  of all PDFs of the document
     * @param others the other SPM in the same ADK, whose prints are not this one's
     */
    List<PrintText> prints(List<PrintText> texts, List<SpmNumber> others) {
        List<PrintText> prints = texts.stream().filter(PrintText::isSpm).toList();
        List<PrintText> own = prints.stream().filter(p -> p.hasNumber(nomor)).toList();
        if (!own.isEmpty()) {
            return own;
        }
        List<PrintText> open = prints.stream()
                .filter(p -> others.stream().noneMatch(p::hasNumber))
                .toList();
        return best(open).or(() -> best(mentions(texts, others))).stream().toList();
    }

    private List<PrintText> mentions(List<PrintText> texts, List<SpmNumber> others) {
        return texts.stream()
                .filter(p -> p.hasNumber(nomor)
                        || (p.mentions(nomor) && others.stream().noneMatch(p::hasNumber)))
                .toList();
    }

    private Optional<PrintText> best(List<PrintText> several) {
        return several.stream().max(Comparator.comparingInt(p -> p.agreement(spm, nomor)));
    }

    /** What one PDF says otherwise. */
    List<Difference> differences(PrintText print) {
        List<Difference> differences = new ArrayList<>();
        if (!print.hasNumber(nomor)) {
            differences.add(difference(print, Aspect.NOMOR, spm.key().nomor(), Optional.empty()));
        }
        if (!print.hasDate(spm)) {
            LocalDate date = spm.tanggal().orElseThrow();
            differences.add(difference(
                    print,
                    Aspect.TANGGAL,
                    WrittenDate.of(date),
                    WrittenDate.labelled(print.text(), nomor)
                            .filter(found -> !found.equals(date))
                            .map(WrittenDate::of)));
        }
        if (!print.hasNet(spm)) {
            differences.add(difference(
                    print,
                    Aspect.JUMLAH,
                    WrittenAmount.of(spm.net(), spm.valas()),
                    WrittenAmount.labelled(print.text()).map(found -> WrittenAmount.of(found, spm.valas()))));
        }
        return differences;
    }

    private Difference difference(PrintText print, Aspect aspect, String inAdk, Optional<String> found) {
        return new Difference(adk, spm.key().nomor(), Optional.of(print.pdf()), aspect, inAdk, found);
    }
}
