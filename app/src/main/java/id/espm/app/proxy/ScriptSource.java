package id.espm.app.proxy;

import id.espm.app.proxy.ProxyScriptException.Flaw;
import id.espm.signer.network.BoundedHttp;
import id.espm.signer.network.HttpAnswer;
import id.espm.signer.network.HttpLimits;
import id.espm.signer.network.NetworkException;
import id.espm.signer.network.Proxies;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where the script is: a file, or an address in the office's own network, which is asked without a proxy. */
final class ScriptSource {
    static final int MAX_BYTES = 1 << 20;

    private static final HttpLimits LIMITS = new HttpLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), MAX_BYTES);
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final URI address;

    ScriptSource(URI address) {
        this.address = address;
    }

    URI address() {
        return address;
    }

    /** Reads it whole. */
    String read() throws ProxyScriptException {
        byte[] bytes = "file".equals(address.getScheme()) ? ofFile(Path.of(address)) : fetched();
        // Scripts are ASCII but for their comments, whatever those are written in.
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private byte[] ofFile(Path file) throws ProxyScriptException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw failure(Flaw.TOO_LARGE, "", null);
            }
            return bytes;
        } catch (ProxyScriptException e) {
            throw e;
        } catch (IOException e) {
            throw failure(Flaw.NOT_THERE, e.toString(), e);
        }
    }

    private byte[] fetched() throws ProxyScriptException {
        try (BoundedHttp http = BoundedHttp.following(LIMITS, Proxies.none())) {
            HttpAnswer answer = http.get(address);
            if (!answer.isOk()) {
                throw failure(Flaw.NOT_THERE, "HTTP " + answer.status(), null);
            }
            return answer.body();
        } catch (NetworkException e) {
            Flaw flaw = switch (e.kind()) {
                case UNREACHABLE, TOO_SLOW, PROXY_LOGIN_REFUSED, PROXY_UNKNOWN, INTERRUPTED -> Flaw.UNREACHABLE;
                case TOO_LARGE -> Flaw.TOO_LARGE;
                case ADDRESS_UNUSABLE -> Flaw.NOT_THERE;
            };
            throw failure(flaw, String.valueOf(e.getMessage()), e);
        }
    }

    private ProxyScriptException failure(Flaw flaw, String detail, @Nullable Exception cause) {
        return new ProxyScriptException(address, flaw, detail, cause);
    }
}
