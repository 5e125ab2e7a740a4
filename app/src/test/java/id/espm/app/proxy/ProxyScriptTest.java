package id.espm.app.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.espm.app.proxy.ProxyScriptException.Flaw;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyScriptTest {
    private static final URI WHERE = URI.create("http://proxy.kantor/proxy.pac");
    private static final FixedNames NAMES = new FixedNames(Map.of("espm.kemenkeu.go.id", "103.10.1.7"));

    private static ProxyScript script(String text) {
        return script(text, ProxyScript.TIME);
    }

    private static ProxyScript script(String text, Duration time) {
        Clock monday = Clock.fixed(Instant.parse("2026-06-01T10:00:00Z"), ZoneOffset.UTC);
        return new ProxyScript(WHERE, text, new StandardFunctions(NAMES, monday), time);
    }

    private static String asked(String text) throws ProxyScriptException {
        return script(text).findProxy("https://espm.kemenkeu.go.id/", "espm.kemenkeu.go.id");
    }

    private static ProxyScriptException failure(String text) {
        return catchThrowableOfType(ProxyScriptException.class, () -> asked(text));
    }

    private static String body(String statements) {
        return "function FindProxyForURL(url, host) {" + statements + "}";
    }

    @Nested
    class AnOfficesScript {
        @Test
        void choosesByTheHost() throws Exception {
            String text = """
                    // Kantor Tolitoli
                    var direct = ["*.satker.lan", "10.*"];
                    function FindProxyForURL(url, host) {
                        for (var i = 0; i < direct.length; i++) {
                            if (shExpMatch(host, direct[i])) return "DIRECT";
                        }
                        const far = host.toLowerCase().split(".").some(part => /^kemenkeu$/.test(part));
                        if (far && url.substring(0, 6) == "https:") return `PROXY proxy.kantor:3128; DIRECT`;
                        return "DIRECT";
                    }
                    """;

            assertThat(asked(text)).isEqualTo("PROXY proxy.kantor:3128; DIRECT");
            assertThat(script(text).findProxy("http://a.satker.lan/x", "a.satker.lan"))
                    .isEqualTo("DIRECT");
        }

        @Test
        void mayAnswerNothing() throws Exception {
            assertThat(asked(body("return null;"))).isEmpty();
        }

        @Test
        void beginsAnewEachTime() throws Exception {
            ProxyScript counting = script("var n = 0;" + body("n++; return 'PROXY p:' + n;"));

            assertThat(counting.findProxy("https://a/", "a")).isEqualTo("PROXY p:1");
            assertThat(counting.findProxy("https://a/", "a")).isEqualTo("PROXY p:1");
        }
    }

    @Nested
    class TheStandardFunctions {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "isPlainHostName('www') | true",
                    "isPlainHostName('www.kantor') | false",
                    "dnsDomainIs('www.kantor.go.id', '.kantor.go.id') | true",
                    "dnsDomainIs('WWW.Kantor.go.id', '.kantor.go.id') | true",
                    "dnsDomainIs('www', '.kantor.go.id') | false",
                    "localHostOrDomainIs('www.kantor', 'www.kantor') | true",
                    "localHostOrDomainIs('www', 'www.kantor') | true",
                    "localHostOrDomainIs('www.lain', 'www.kantor') | false",
                    "localHostOrDomainIs('home.kantor', 'www.kantor') | false",
                    "dnsDomainLevels('www') | 0",
                    "dnsDomainLevels('www.kantor.go.id') | 3",
                    "isResolvable('espm.kemenkeu.go.id') | true",
                    "isResolvable('tiada.invalid') | false",
                    "dnsResolve('espm.kemenkeu.go.id') | 103.10.1.7",
                    "dnsResolve('tiada.invalid') | null",
                    "myIpAddress() | 10.20.30.40",
                    "isInNet('103.10.1.7', '103.10.0.0', '255.255.0.0') | true",
                    "isInNet('espm.kemenkeu.go.id', '103.10.1.0', '255.255.255.0') | true",
                    "isInNet('espm.kemenkeu.go.id', '103.10.2.0', '255.255.255.0') | false",
                    "isInNet('tiada.invalid', '0.0.0.0', '0.0.0.0') | false",
                    "isInNet('103.10.1.7', 'salah', '255.255.0.0') | false",
                    "isInNet(myIpAddress(), '10.20.0.0', '255.255.0.0') | true",
                    "shExpMatch('http://kantor/a', '*/a') | true",
                    "weekdayRange('MON', 'FRI') | true",
                    "dateRange(1, 'JUN', 2026) | true",
                    "timeRange(8, 30, 17, 0) | true",
                    "timeRange(9, 'GMT') | false",
                    "alert('halo') | undefined",
                    "typeof dnsResolve | function",
                    "isPlainHostName() | true",
                })
        void answerAsInABrowser(String call, String answer) throws Exception {
            assertThat(asked(body("return '' + " + call + ";"))).isEqualTo(answer);
        }
    }

    @Nested
    class AWrongScript {
        @ParameterizedTest
        @ValueSource(
                strings = {"<html>Login</html>", "function FindProxyForURL(", "", "var FindProxyForURL = 3;", "x.y"})
        void isToldFromOneThatChooses(String text) {
            assertThat(failure(text).flaw()).isEqualTo(Flaw.NO_SCRIPT);
        }

        @ParameterizedTest
        @ValueSource(strings = {"throw 'x';", "undefinedFunction();", "null.x;", "throw new Error('salah\\nbaris');"})
        void thatFailsIsToldSo(String statements) {
            ProxyScriptException failure = failure(body(statements));

            assertThat(failure.flaw()).isEqualTo(Flaw.FAILED);
            assertThat(failure.script()).isEqualTo(WHERE);
            assertThat(failure.detail()).isNotBlank().doesNotContain("\n");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "return 3;", "return {};", "return true;"})
        void mustAnswerInWords(String statements) {
            assertThat(failure(body(statements)).flaw()).isEqualTo(Flaw.ANSWER_UNUSABLE);
        }
    }

    @Nested
    class AHostileScript {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "java",
                    "Packages",
                    "javax",
                    "org",
                    "com",
                    "edu",
                    "net",
                    "JavaImporter",
                    "JavaAdapter",
                    "importClass",
                    "importPackage",
                    "getClass",
                    "loadClass",
                    "load",
                    "print",
                    "quit",
                    "readFile",
                    "readUrl",
                    "require",
                    "XMLHttpRequest",
                    "fetch",
                    "ArrayBuffer",
                    "Uint8Array",
                    "BigInt"
                })
        void reachesNothingBut(String name) throws Exception {
            assertThat(asked(body("return typeof " + name + ";"))).isEqualTo("undefined");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "isPlainHostName.getClass()",
                    "url.getClass()",
                    "isPlainHostName('a').class.forName('x')",
                    "Object.getPrototypeOf(isPlainHostName).getClass()",
                    "(function(){return this;})().getClass()"
                })
        void reachesNoClassThroughWhatItIsGiven(String expression) {
            assertThat(failure(body("return '' + " + expression + ";")).flaw()).isEqualTo(Flaw.FAILED);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "while (true) {}",
                    "for (;;) { try { while (true) {} } catch (e) {} }",
                    "for (;;) { try { while (true) {} } finally { continue; } }",
                    "function f() { f(); } f();",
                    "function f() { try { f(); } finally { f(); } } f();",
                    "/^(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!');",
                    "var a = []; while (true) a.push([1, 2, 3]);",
                    "var s = 'x'; while (true) { s += s; s.indexOf('y'); }",
                    "var o = {}; for (var i = 0; ; i++) o['k' + i] = 'v' + i;",
                    "[1, 2].sort(function f() { return [1, 2].sort(f); });",
                    "eval('while (true) {}');",
                    "new Function('while (true) {}')();"
                })
        void endsWithinItsBounds(String statements) {
            assertThat(failure(body(statements + " return 'DIRECT';")).flaw()).isIn(Flaw.TOO_COSTLY, Flaw.FAILED);
        }

        @Test
        void endsBeforeItChoosesAnything() {
            assertThat(failure("while (true) {}" + body("return 'DIRECT';")).flaw())
                    .isEqualTo(Flaw.TOO_COSTLY);
        }

        @Test
        void isNotReadWithoutEnd() {
            assertThat(failure("(".repeat(200_000)).flaw()).isIn(Flaw.TOO_COSTLY, Flaw.NO_SCRIPT);
        }

        /** No step of the engine ends here, so the clock does; the program goes on. */
        @Test
        void thatOneStepKeepsBusyIsLeftBehind() {
            ProxyScript busy = script(
                    body("var a = []; a.length = 100000000; a.indexOf(1); return 'DIRECT';"), Duration.ofMillis(1));

            ProxyScriptException failure =
                    catchThrowableOfType(ProxyScriptException.class, () -> busy.findProxy("https://a/", "a"));

            assertThat(failure.flaw()).isEqualTo(Flaw.TOO_COSTLY);
        }
    }
}
