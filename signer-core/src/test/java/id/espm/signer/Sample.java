package id.espm.signer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A block of Java in one of our pages: statements, with what the pages say is given around them.
 *
 * @param place where it stands, for messages
 * @param body  its lines
 */
record Sample(String place, String body) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```");
    private static final String GIVEN = "Path pdf, Path p12, Path signed, char[] passphrase, Path adk, Path bundle, "
            + "Path anchors, Path folder, SigningContext given, SigningKey opened";
    private static final List<String> PACKAGES = List.of(
            "java.io",
            "java.nio.file",
            "java.security",
            "java.time",
            "id.espm.signer.augment",
            "id.espm.signer.pdf.appearance",
            "id.espm.signer.pdf.appearance.font",
            "id.espm.signer.pdf.appearance.template",
            "java.net",
            "java.util",
            "id.espm.signer",
            "id.espm.signer.adk",
            "id.espm.signer.bundle",
            "id.espm.signer.cms",
            "id.espm.signer.authority",
            "id.espm.signer.key",
            "id.espm.signer.paket",
            "id.espm.signer.trust.evidence",
            "id.espm.signer.trust.revocation",
            "id.espm.signer.pdf",
            "id.espm.signer.rules",
            "id.espm.signer.sign",
            "id.espm.signer.timestamp",
            "id.espm.signer.trust",
            "id.espm.signer.dss",
            "id.espm.signer.opinion",
            "id.espm.signer.verify");

    static List<Sample> in(Path page) throws IOException {
        String text = Files.readString(page);
        return BLOCK.matcher(text)
                .results()
                .map(found -> new Sample(page.getFileName() + ":" + line(text, found), found.group(1)))
                .toList();
    }

    private static long line(String text, MatchResult found) {
        return text.substring(0, found.start()).lines().count() + 1;
    }

    /** What came of compiling it. */
    record Compiled(List<String> errors, Map<String, byte[]> classes) {
        void run(Path pdf, Path p12, Path signed, char[] passphrase) throws Exception {
            Class<?> sample = new ClassLoader(Sample.class.getClassLoader()) {
                @Override
                protected Class<?> findClass(String name) throws ClassNotFoundException {
                    byte[] bytes = classes.get(name);
                    if (bytes == null) {
                        throw new ClassNotFoundException(name);
                    }
                    return defineClass(name, bytes, 0, bytes.length);
                }
            }.loadClass("Shown");
            Method run = sample.getDeclaredMethods()[0];
            run.setAccessible(true);
            run.invoke(null, pdf, p12, signed, passphrase, null, null, null, null, null, null);
        }
    }

    Compiled compile() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        InMemory files = new InMemory(compiler.getStandardFileManager(said, Locale.ROOT, null));
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        compiler.getTask(
                        null,
                        files,
                        said,
                        List.of("-classpath", classPath, "-proc:none"),
                        null,
                        List.of(new Source(source())))
                .call();
        List<String> errors = said.getDiagnostics().stream()
                .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
                .map(d -> d.getMessage(Locale.ROOT))
                .toList();
        return new Compiled(errors, files.classes());
    }

    /** A context and a key are given to the samples that do not make their own. */
    private String source() {
        List<String> given = new ArrayList<>();
        if (!body.contains("context = ")) {
            given.add("SigningContext context = given;");
        }
        if (!body.contains("SigningKey key = ")) {
            given.add("SigningKey key = opened;");
        }
        String imports = PACKAGES.stream().map(p -> "import " + p + ".*;\n").collect(Collectors.joining());
        return imports + "class Shown { static void run(" + GIVEN + ") throws Exception {\n" + String.join("\n", given)
                + "\n" + body + "} }";
    }

    @Override
    public String toString() {
        return place;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Shown.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Keeps the classes that the compiler writes. */
    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

        InMemory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            URI place = URI.create("memory:///" + className.replace('.', '/') + ".class");
            return new SimpleJavaFileObject(place, kind) {
                @Override
                public OutputStream openOutputStream() {
                    return written.computeIfAbsent(className, n -> new ByteArrayOutputStream());
                }
            };
        }

        Map<String, byte[]> classes() {
            return written.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, e -> e.getValue().toByteArray()));
        }
    }
}
