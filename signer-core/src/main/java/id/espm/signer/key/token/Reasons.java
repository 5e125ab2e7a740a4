package id.espm.signer.key.token;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a provider says in its exceptions; SunPKCS11 puts the CKR code into the message of the innermost. */
final class Reasons {
    private static final int MAX_DEPTH = 8;

    private Reasons() {}

    /** All messages, outermost first, without repetition. */
    static String of(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Reasons::cause)
                .limit(MAX_DEPTH)
                .map(Reasons::message)
                .distinct()
                .collect(Collectors.joining(": "));
    }

    @SuppressWarnings("NullAway") // the end of the chain ends the stream
    private static Throwable cause(Throwable e) {
        return e.getCause();
    }

    private static String message(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
