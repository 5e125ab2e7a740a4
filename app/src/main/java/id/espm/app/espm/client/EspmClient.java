package id.espm.app.espm.client;

import id.espm.app.espm.EspmException;
import id.espm.app.espm.EspmProblem;
import id.espm.app.espm.EspmSettings;
import id.espm.app.espm.http.Answer;
import id.espm.app.espm.http.ApiCall;
import id.espm.app.espm.http.CallBody;
import id.espm.app.espm.http.EspmHttp;
import id.espm.app.espm.http.JsonFields;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The connection to one eSPM. Safe for use by several threads; interrupting a calling thread breaks its call off.
 */
public final class EspmClient implements AutoCloseable {
    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9._~+/=-]{1,4096}");

    private final EspmSettings settings;
    private final EspmHttp http;

    private EspmClient(EspmSettings settings, EspmHttp http) {
        this.settings = settings;
        this.http = http;
    }

    /**
     * Prepares a connection; nothing is sent yet.
     *
     * @throws EspmException {@link EspmProblem.AddressInvalid}, {@link EspmProblem.InsecureAddress}
     */
    public static EspmClient open(EspmSettings settings) throws EspmException {
        return new EspmClient(settings, EspmHttp.open(settings));
    }

    /**
     * Opens a session. The password is overwritten in any case, and is kept nowhere.
     *
     * @throws EspmException {@link EspmProblem.BadCredentials}, {@link EspmProblem.PasswordMustChange},
     *     {@link EspmProblem.RateLimited}, or one of the connection
     */
    public EspmSession login(String username, char[] password) throws EspmException, InterruptedException {
        CallBody body;
        try {
            body = LoginBody.of(username, password);
        } finally {
            Arrays.fill(password, '\0');
        }
        try {
            Answer answer = http.send(ApiCall.post(http.address().resolve("/api/v1/session"), body));
            JsonFields fields = answer.json();
            String accessToken = fields.text("accessToken");
            if (!BEARER.matcher(accessToken).matches()) {
                throw answer.unexpected();
            }
            return new EspmSession(settings, http, accessToken, fields.time("expiresAt"));
        } finally {
            body.wipe();
        }
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        http.close();
    }
}
