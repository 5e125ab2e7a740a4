package id.espm.app.delivery;

import id.espm.app.espm.EspmSettings;
import id.espm.app.espm.Submission;
import id.espm.app.text.Messages;
import id.espm.app.text.Release;
import id.espm.app.text.Texts;
import id.espm.signer.Jenis;
import id.espm.signer.Kppn;
import id.espm.signer.Verdict;
import id.espm.signer.bundle.Signatories.Signatory;
import id.espm.signer.pdf.sheet.SheetPart;
import id.espm.signer.pdf.sheet.SheetSection;
import id.espm.signer.pdf.sheet.Tone;
import id.espm.signer.rules.ServiceHours;
import id.espm.signer.rules.ServiceHours.State;
import id.espm.signer.rules.Zona;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What stands on the sheet that goes along with a bundle: what it is, how to recognise it, and what the operator does with it
 * in the browser. Always Indonesian, as eSPM's own pages are.
 */
public final class CoverSheet {
    private static final int GROUP = 8;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH.mm", Locale.ROOT);

    private final ServiceHours hours;
    private final ZoneId office;

    /**
     * A sheet by an office's rules.
     *
     * @param office the zone where that of a KPPN is not known
     */
    public CoverSheet(ServiceHours hours, ZoneId office) {
        this.hours = hours;
        this.office = office;
    }

    String title() {
        return texts(office).get("handover.title");
    }

    SheetSection section(SubmittableBundle bundle, HandedOver handed, Instant now) {
        Submission.Content content = bundle.details().content();
        ZoneId zone = zone(content.kppn());
        Texts texts = texts(zone);
        List<SheetPart> parts = new ArrayList<>();
        parts.add(new SheetPart.Title(texts.get("handover.title")));
        parts.add(new SheetPart.Paragraph(texts.get("handover.what")));
        if (!(bundle.verdict() instanceof Verdict.Valid)) {
            parts.add(new SheetPart.Status(texts.get("handover.indeterminate"), Tone.CAUTION));
        }
        contents(bundle, texts, parts);
        file(handed, texts, parts);
        parts.add(new SheetPart.Heading(texts.get("handover.steps")));
        steps(content, handed, texts).forEach(step -> parts.add(new SheetPart.Paragraph(step)));
        parts.add(new SheetPart.Heading(texts.get("handover.reception")));
        parts.add(new SheetPart.Paragraph(texts.get(
                "handover.hours",
                content.kppn(),
                CLOCK.format(hours.from()),
                CLOCK.format(hours.to()),
                hours.pasal())));
        parts.add(new SheetPart.Paragraph(reception(texts, zone, now)));
        return new SheetSection(
                parts,
                texts.get("handover.footer", Release.version(), texts.dates().dateTime(now)));
    }

    private static void contents(SubmittableBundle bundle, Texts texts, List<SheetPart> parts) {
        Submission.Content content = bundle.details().content();
        String nomor = content.nomor().isEmpty() ? "-" : String.join(", ", content.nomor());
        String signed =
                bundle.signed().stream().map(one -> signatory(one, texts)).collect(Collectors.joining("; "));
        row(parts, texts, "jenis", texts.words().of(content.jenis()));
        row(parts, texts, "satker", content.satker());
        row(parts, texts, "kppn", content.kppn());
        row(parts, texts, "tahun", String.valueOf(content.tahun()));
        row(parts, texts, "nomor", nomor);
        row(parts, texts, "signed", signed.isEmpty() ? "-" : signed);
    }

    private static void file(HandedOver handed, Texts texts, List<SheetPart> parts) {
        row(parts, texts, "file", String.valueOf(handed.bundle().getFileName()));
        row(parts, texts, "size", texts.get("handover.bytes", handed.size()));
        row(parts, texts, "sha256", grouped(handed.sha256().hex()));
        parts.add(new SheetPart.Code(handed.sha256().hex()));
        parts.add(new SheetPart.Note(texts.get("handover.code")));
    }

    /** The six kinds of upload (PER-10/PB/2018, Lampiran 8.3.1); what is paid out by SPM goes where SPM go. */
    private static List<String> steps(Submission.Content content, HandedOver handed, Texts texts) {
        Jenis menu = switch (content.jenis()) {
            case SPM_KOREKSI, KONTRAK, RPD_HARIAN, GAJI, LPJ -> content.jenis();
            case SPM, SPM_KP, SPM_KPBB, SPM_KBC, SPM_IB, SPM_BPHTB, SURAT -> Jenis.SPM;
        };
        String operator = texts.get(menu == Jenis.LPJ ? "handover.operator.LPJ" : "handover.operator");
        List<String> steps = new ArrayList<>();
        steps.add(texts.get("handover.step.compare"));
        steps.add(texts.get("handover.step.login", EspmSettings.ESPM.toString(), operator));
        steps.add(texts.get("handover.step.upload", texts.words().of(menu)));
        steps.add(texts.get("handover.step.file", String.valueOf(handed.bundle().getFileName())));
        if (content.jenis() == Jenis.SPM) {
            steps.add(texts.get("handover.step.code"));
        }
        steps.add(texts.get("handover.step.status"));
        List<String> numbered = new ArrayList<>();
        for (String step : steps) {
            numbered.add((numbered.size() + 1) + ". " + step);
        }
        return numbered;
    }

    private String reception(Texts texts, ZoneId zone, Instant now) {
        return switch (hours.at(now.atZone(zone))) {
            case State.Open open ->
                texts.get("handover.open", texts.dates().dateTime(open.until().toInstant()));
            case State.Closed closed ->
                texts.get(
                        "handover.closed",
                        texts.dates().dateTime(closed.opensNext().toInstant()));
        };
    }

    private ZoneId zone(String kppn) {
        return hours.zoneOf(new Kppn(kppn)).map(Zona::id).orElse(office);
    }

    private static Texts texts(ZoneId zone) {
        return Texts.of(Messages.INDONESIAN, zone);
    }

    private static String signatory(Signatory one, Texts texts) {
        return texts.get("signatories.one", one.nama(), texts.words().of(one.jabatan()));
    }

    private static void row(List<SheetPart> parts, Texts texts, String key, String value) {
        parts.add(new SheetPart.Row(texts.get("handover.row." + key), value));
    }

    /** So that two people can compare it by voice. */
    private static String grouped(String hex) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < hex.length(); i += GROUP) {
            groups.add(hex.substring(i, i + GROUP));
        }
        return String.join(" ", groups);
    }
}
