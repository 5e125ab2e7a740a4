package id.espm.app.outbox;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.outbox.OutboxRow.Halt;
import id.espm.app.text.Messages;
import id.espm.app.text.Texts;
import java.io.IOException;
import java.time.ZoneOffset;

/** What of a failure is kept in the row: its code, and what has to happen before the bundle can go on. */
final class HaltReader {
    /** Codes are the same in every language and zone. */
    private static final Texts TEXTS = Texts.of(Messages.INDONESIAN, ZoneOffset.UTC);

    private HaltReader() {}

    static Halt of(EspmException failure) {
        return new Halt(kind(failure.problem()), TEXTS.espm().explain(failure).code());
    }

    static Halt of(IOException failure) {
        return new Halt(Halt.Kind.MACHINE, TEXTS.problems().explain(failure).code());
    }

    private static Halt.Kind kind(EspmProblem problem) {
        if (problem.passesByItself()) {
            return Halt.Kind.LATER;
        }
        return switch (problem) {
            case EspmProblem.OfConnection p -> Halt.Kind.ACCOUNT;
            case EspmProblem.OfAccount p -> Halt.Kind.ACCOUNT;
            case EspmProblem.OfToken p -> Halt.Kind.TOKEN;
            case EspmProblem.OfCertificate p -> Halt.Kind.CERTIFICATE;
            case EspmProblem.OfBundle p -> Halt.Kind.BUNDLE;
            case EspmProblem.OfUpload p -> Halt.Kind.LATER;
            case EspmProblem.BundleMoved p -> Halt.Kind.BUNDLE;
            case EspmProblem.BundleReplaced p -> Halt.Kind.BUNDLE;
            case EspmProblem.OfOutbox p -> Halt.Kind.MACHINE;
            case EspmProblem.ReceiptInvalid p -> Halt.Kind.RECEIPT;
        };
    }
}
