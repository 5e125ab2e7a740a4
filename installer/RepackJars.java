import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes jars anew so that Java can keep their classes in an archive (ADR-0013, ADR-0023):
 * {@code java RepackJars.java FOLDER [--stored] [--unsigned GLOB]... [--stripped GLOB]... [--raised GLOB]...}
 *
 * <ul>
 *   <li>{@code --unsigned}: leaves out the signatures of these jars.
 *   <li>{@code --stripped}: leaves out the native libraries of these jars, which lie beside them.
 *   <li>{@code --raised}: brings their class files of Java 5 and older up to Java 8, with the frames that its verifier wants.
 *   <li>{@code --stored}: writes all jars of the folder without compression, for packages that compress them together.
 * </ul>
 *
 * Order, names and times of the entries stay, and the times of the jars; the same jars give the same bytes.
 */
final class RepackJars {
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    private static final int JAVA_6 = 50;
    private static final int JAVA_8 = 52;

    private final boolean stored;
    private final List<PathMatcher> unsigned;
    private final List<PathMatcher> stripped;
    private final List<PathMatcher> raised;

    private RepackJars(List<String> options) {
        this.stored = options.contains("--stored");
        this.unsigned = globs(options, "--unsigned");
        this.stripped = globs(options, "--stripped");
        this.raised = globs(options, "--raised");
    }

    public static void main(String[] args) throws IOException {
        // Some times in jars are told by the clock of the place.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Path folder = Path.of(args[0]);
        RepackJars work = new RepackJars(Arrays.asList(args).subList(1, args.length));
        List<Path> jars;
        try (Stream<Path> files = Files.list(folder)) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        for (List<PathMatcher> wanted : List.of(work.unsigned, work.stripped, work.raised)) {
            for (PathMatcher glob : wanted) {
                if (jars.stream().noneMatch(jar -> glob.matches(jar.getFileName()))) {
                    throw new IOException("no such jar in " + folder + ": " + Arrays.toString(args));
                }
            }
        }
        for (Path jar : jars) {
            work.repack(jar);
        }
    }

    private static List<PathMatcher> globs(List<String> options, String name) {
        return IntStream.range(0, options.size() - 1)
                .filter(i -> options.get(i).equals(name))
                .mapToObj(i -> FileSystems.getDefault().getPathMatcher("glob:" + options.get(i + 1)))
                .toList();
    }

    private static boolean isOne(List<PathMatcher> globs, Path jar) {
        return globs.stream().anyMatch(glob -> glob.matches(jar.getFileName()));
    }

    private void repack(Path jar) throws IOException {
        boolean unsign = isOne(unsigned, jar);
        boolean strip = isOne(stripped, jar);
        boolean raise = isOne(raised, jar);
        if (!unsign && !strip && !raise && !stored) {
            return;
        }
        FileTime time = Files.getLastModifiedTime(jar);
        Path made = jar.resolveSibling("." + jar.getFileName() + ".tmp");
        try {
            try (ZipFile in = new ZipFile(jar.toFile());
                    ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(made))) {
                for (ZipEntry entry : Collections.list(in.entries())) {
                    String name = entry.getName();
                    if ((unsign && SIGNATURE.matcher(name).matches()) || (strip && name.endsWith(".so"))) {
                        continue;
                    }
                    byte[] bytes;
                    try (InputStream stream = in.getInputStream(entry)) {
                        bytes = stream.readAllBytes();
                    }
                    put(out, entry, raise && name.endsWith(".class") ? raised(bytes, in) : bytes);
                }
            }
            Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(jar, time);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    private void put(ZipOutputStream out, ZipEntry entry, byte[] bytes) throws IOException {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(entry.getTimeLocal());
        if (stored) {
            CRC32 checksum = new CRC32();
            checksum.update(bytes);
            copy.setMethod(ZipEntry.STORED);
            copy.setSize(bytes.length);
            copy.setCrc(checksum.getValue());
        }
        out.putNextEntry(copy);
        out.write(bytes);
        out.closeEntry();
    }

    private static byte[] raised(byte[] bytes, ZipFile jar) throws IOException {
        ClassHierarchyResolver relatives = ClassHierarchyResolver.ofResourceParsing(
                        (ClassDesc type) -> classFile(jar, type))
                .orElse(ClassHierarchyResolver.defaultResolver());
        ClassFile files = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(relatives));
        ClassModel model = files.parse(bytes);
        if (model.majorVersion() >= JAVA_6) {
            return bytes;
        }
        byte[] made = files.transformClass(model, new Raising());
        List<VerifyError> errors = files.verify(made);
        if (!errors.isEmpty()) {
            throw new IOException(model.thisClass().asInternalName() + ": " + errors.getFirst().getMessage());
        }
        return made;
    }

    private static InputStream classFile(ZipFile jar, ClassDesc type) {
        String descriptor = type.descriptorString();
        ZipEntry entry = jar.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
        try {
            return entry == null ? null : new ByteArrayInputStream(jar.getInputStream(entry).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says the new version, and has the code of each method written anew, which works its frames out. */
    private static final class Raising implements ClassTransform {
        @Override
        public void accept(ClassBuilder builder, ClassElement element) {
            switch (element) {
                case ClassFileVersion version -> {}
                case MethodModel method -> builder.transformMethod(method, MethodTransform.transformingCode((code, part) -> code.with(part)));
                default -> builder.with(element);
            }
        }

        @Override
        public void atEnd(ClassBuilder builder) {
            builder.withVersion(JAVA_8, 0);
        }
    }
}
