package id.espm.app.espm.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One call: method, address, headers and body. Printing it shows neither headers nor body, for they carry secrets. */
public final class ApiCall {
    private final String method;
    private final URI address;
    private final Map<String, String> headers;
    private final Optional<CallBody> body;
    private final boolean judged;

    private ApiCall(String method, URI address, Map<String, String> headers, Optional<CallBody> body, boolean judged) {
        this.method = method;
        this.address = address;
        this.headers = headers;
        this.body = body;
        this.judged = judged;
    }

    public static ApiCall get(URI address) {
        return new ApiCall("GET", address, Map.of(), Optional.empty(), false);
    }

    public static ApiCall head(URI address) {
        return new ApiCall("HEAD", address, Map.of(), Optional.empty(), false);
    }

    public static ApiCall post(URI address, CallBody body) {
        return new ApiCall("POST", address, Map.of(), Optional.of(body), false);
    }

    public static ApiCall patch(URI address, CallBody body) {
        return new ApiCall("PATCH", address, Map.of(), Optional.of(body), false);
    }

    /** The same call with one header more. */
    public ApiCall with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ApiCall(method, address, more, body, judged);
    }

    /** The same call, to which the server answers only after it has judged every signature. */
    public ApiCall judged() {
        return new ApiCall(method, address, headers, body, true);
    }

    String method() {
        return method;
    }

    URI address() {
        return address;
    }

    Map<String, String> headers() {
        return headers;
    }

    Optional<CallBody> body() {
        return body;
    }

    boolean isJudged() {
        return judged;
    }

    /** Whether it is one of tus. */
    boolean isUpload() {
        return method.equals("HEAD") || method.equals("PATCH");
    }

    @Override
    public String toString() {
        return method + " " + address.getPath();
    }
}
