package id.espm.app.cli.command;

import id.espm.app.cli.call.CommandContext;
import id.espm.signer.trust.KnownAuthority;
import id.espm.signer.trust.TrustedCertificate;
import java.time.Instant;

/** A trust anchor in words, with what a person needs to compare it. */
final class TrustView {
    private final CommandContext context;

    TrustView(CommandContext context) {
        this.context = context;
    }

    void print(TrustedCertificate one) {
        Instant from = one.certificate().getNotBefore().toInstant();
        Instant to = one.certificate().getNotAfter().toInstant();
        context.print(context.messages().get("trust.name", one.name()));
        context.print(context.messages().get("trust.fingerprint", one.fingerprint()));
        context.print(context.messages()
                .get(
                        context.clock().instant().isAfter(to) ? "trust.validity-over" : "trust.validity",
                        context.texts().dates().date(from),
                        context.texts().dates().date(to)));
        context.print(
                one.known().map(this::known).orElseGet(() -> context.messages().get("trust.unknown")));
    }

    private String known(KnownAuthority authority) {
        return context.messages()
                .get(authority.demo() ? "trust.demo" : "trust.known", authority.name(), authority.organisation());
    }
}
