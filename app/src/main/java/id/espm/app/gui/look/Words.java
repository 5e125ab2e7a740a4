package id.espm.app.gui.look;

import id.espm.app.text.AssessmentText;
import id.espm.app.text.Explanation;
import id.espm.app.text.Fault;
import id.espm.app.text.Messages;
import id.espm.app.text.PackageText;
import id.espm.app.text.Texts;
import id.espm.signer.Caution;
import id.espm.signer.Finding;
import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Problem;
import id.espm.signer.Verdict;
import id.espm.signer.authority.Assessment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** Everything the window says, in one language; the window's own words go before those that it shares with the command line. */
public final class Words {
    /** Where the window's texts stand. */
    public static final String BUNDLE = "id.espm.app.gui.gui";

    private final Messages own;
    private final Texts shared;
    private final PackageText packages;
    private final ZoneId zone;

    private Words(Messages own, Texts shared, ZoneId zone) {
        this.own = own;
        this.zone = zone;
        this.shared = shared;
        this.packages = new PackageText(shared.messages());
    }

    /** The words of a language, with times in a zone. */
    public static Words of(Locale locale, ZoneId zone) {
        return new Words(Messages.load(BUNDLE, locale), Texts.of(locale, zone), zone);
    }

    /** One text; see {@link Messages#get}. */
    public String get(String key, Object... args) {
        return own.get(key, args);
    }

    /** What both faces say alike, such as of signatures. */
    public Texts shared() {
        return shared;
    }

    /** What to do about a verdict; what the command line advises may name its options. */
    public String next(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid valid -> shared.findings().next(verdict);
            case Verdict.Indeterminate open -> next(open.reason().kind(), verdict);
            case Verdict.Invalid wrong -> next(wrong.reason().kind(), verdict);
        };
    }

    private String next(Finding.Kind kind, Verdict verdict) {
        String key = "finding." + kind;
        return own.has(key) ? own.get(key) : shared.findings().next(verdict);
    }

    /** The texts for FXML. */
    public ResourceBundle bundle() {
        return own.bundle();
    }

    public Locale locale() {
        return own.locale();
    }

    /** In which times are told. */
    public ZoneId zone() {
        return zone;
    }

    public boolean isEnglish() {
        return own.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    public String of(Jenis jenis) {
        return shared.words().of(jenis);
    }

    public String of(Jabatan jabatan) {
        return shared.words().of(jabatan);
    }

    /** Such as {@code SPM KP}, without what the abbreviation stands for. */
    public String brief(Jenis jenis) {
        String whole = of(jenis);
        int bracket = whole.indexOf(" (");
        return bracket < 0 ? whole : whole.substring(0, bracket);
    }

    /** Such as {@code PPK}: the abbreviation, where there is one. */
    public String brief(Jabatan jabatan) {
        String whole = of(jabatan);
        int bracket = whole.indexOf(" (");
        return bracket < 0 ? whole : whole.substring(bracket + 2, whole.length() - 1);
    }

    /** Such as {@code 21 November 2026}. */
    public String date(Instant instant) {
        return shared.dates().date(instant);
    }

    /** Such as {@code 21 November 2026 pukul 14.05 WITA}. */
    public String dateTime(Instant instant) {
        return shared.dates().dateTime(instant);
    }

    /** A date and time for a table. */
    public String brief(Instant instant) {
        return shared.dates().brief(instant);
    }

    /** A size such as {@code 1,2 MB}. */
    public String size(long bytes) {
        return packages.size(bytes);
    }

    /** What to know and to do although nothing is stopped. */
    public String tell(Caution caution) {
        return shared.cautions().tell(caution);
    }

    /** What was looked at of a certificate, and what came of it. */
    public List<AssessmentText.Line> checks(Assessment assessment) {
        return shared.assessment().lines(assessment);
    }

    /** What to know of a certificate and to do next, in a sentence or two: what is wrong before what is unknown. */
    public String next(Assessment assessment, long daysLeft) {
        Optional<Problem> objection = assessment.objection();
        if (objection.isPresent()) {
            Told told = tell(new Failure.OfSigner(objection.get()));
            return told.happened() + " " + told.todo();
        }
        List<Caution.OfKey> cautions = assessment.cautions();
        return cautions.stream()
                .filter(c -> !(c instanceof Caution.RevocationUnknown) && !(c instanceof Caution.IssuerNotJudged))
                .findFirst()
                .or(() -> cautions.stream().findFirst())
                .map(this::tell)
                .orElseGet(() -> get("certificate.days", daysLeft));
    }

    /** What happened, and what to do about it. */
    public Told tell(Failure failure) {
        return switch (failure) {
            case Failure.OfSigner f -> told(shared.problems().explain(f.problem()));
            case Failure.OfFiles f -> told(shared.problems().explain(f.cause()));
            case Failure.OfProgram f -> told(shared.problems().explain(Fault.of(f.cause())));
            case Failure.OfEspm f -> told(shared.espm().explain(f.problem(), f.serverDetail()));
            case Failure.OfUpdate f -> told(shared.updates().explain(f.problem()));
        };
    }

    /** What the command line advises may name its options; where it does, the window has an advice of its own. */
    private Told told(Explanation explanation) {
        String key = "next." + explanation.code();
        return new Told(explanation.message(), own.has(key) ? own.get(key) : explanation.next());
    }

    /**
     * A failure in words.
     *
     * @param happened what happened
     * @param todo     what to do about it; may be empty
     */
    public record Told(String happened, String todo) {}
}
