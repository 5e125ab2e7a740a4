package id.espm.sandbox.espm.http;

import id.espm.sandbox.espm.account.Account;
import id.espm.sandbox.espm.account.AccountDirectory;
import id.espm.sandbox.espm.fault.EspmFault.SessionEnded;
import id.espm.sandbox.espm.fault.FaultFilter;
import id.espm.sandbox.espm.problem.ProblemType;
import id.espm.sandbox.espm.problem.Refusal;
import id.espm.sandbox.espm.store.SessionTable;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Opens sessions and finds whose session a request belongs to. */
public final class Sessions {
    private static final String BEARER = "Bearer ";
    private static final int TOKEN_BYTES = 32;

    private final SessionTable table;
    private final AccountDirectory accounts;
    private final LoginThrottle throttle;
    private final Duration lifetime;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Sessions(SessionTable table, AccountDirectory accounts, Duration lifetime, Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.throttle = new LoginThrottle(clock);
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** The answer to a login. */
    record Session(String accessToken, String expiresAt) {}

    Session open(String username, String password) throws Refusal {
        throttle.check(username);
        Optional<Account> account = accounts.authenticate(username, password);
        if (account.isEmpty()) {
            throttle.countFailure(username);
            throw new Refusal(ProblemType.BAD_CREDENTIALS, "Nama pengguna atau kata sandi salah.");
        }
        if (account.get().mustChangePassword()) {
            throw new Refusal(
                    ProblemType.PASSWORD_MUST_CHANGE,
                    "Kata sandi bawaan harus diganti lebih dahulu melalui laman eSPM.");
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        Instant expiresAt = now.plus(lifetime);
        table.add(hash(token), username, now, expiresAt);
        return new Session(token, Times.text(expiresAt));
    }

    /** The account whose request this is. */
    Account require(Context context) throws Refusal {
        String header = Optional.ofNullable(context.header("Authorization")).orElse("");
        Optional<String> hash = Optional.of(header)
                .filter(h -> h.startsWith(BEARER))
                .map(h -> hash(h.substring(BEARER.length()).strip()));
        if (FaultFilter.struck(context.req())
                .filter(SessionEnded.class::isInstance)
                .isPresent()) {
            hash.ifPresent(table::remove);
        }
        return hash.flatMap(h -> table.username(h, clock.instant()))
                .flatMap(accounts::find)
                .orElseThrow(
                        () -> new Refusal(ProblemType.SESSION_EXPIRED, "Sesi telah berakhir. Silakan masuk kembali."));
    }

    private static String hash(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
