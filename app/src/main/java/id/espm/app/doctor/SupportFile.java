package id.espm.app.doctor;

import id.espm.app.report.ReportFile;
import id.espm.app.settings.UserProfile;
import id.espm.app.text.Release;
import id.espm.signer.NativeCryptography;
import id.espm.signer.SignerException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a helper needs to know, in a ZIP that its sender can read: what was found, the system, the profile without persons and
 * places of files, the newest logs. No passphrase, no name, no document; the user's folder is {@code ~}, and every number as
 * long as a NIK is masked.
 */
public final class SupportFile {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{16,}");
    private static final List<String> PROPERTIES = List.of(
            "java.version",
            "java.vendor",
            "java.vm.name",
            "os.name",
            "os.version",
            "os.arch",
            "user.language",
            "user.country",
            "file.encoding",
            "stdout.encoding",
            "user.timezone",
            "java.net.useSystemProxies");
    private static final int NEWEST_LOGS = 5;
    private static final int MOST_BYTES = 256 << 10;

    private final Patient patient;
    private final String home;

    public SupportFile(Patient patient) {
        this(patient, Path.of(System.getProperty("user.home", ".")));
    }

    SupportFile(Patient patient, Path home) {
        this.patient = patient;
        this.home = home.toString();
    }

    /**
     * Writes it, whole or not at all.
     *
     * @throws SignerException if the file is there already and may not be replaced
     */
    public void write(ReportFile file, List<Diagnosis> found) throws IOException, SignerException {
        byte[] content = content(found);
        file.write(out -> out.write(content));
    }

    private byte[] content(List<Diagnosis> found) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "doctor.json", JSON.writeValueAsString(found));
            put(zip, "system.json", JSON.writeValueAsString(system()));
            put(zip, "profile.json", JSON.writeValueAsString(profile(patient.profile())));
            for (Path log : newestLogs()) {
                put(zip, "logs/" + log.getFileName(), end(log));
            }
        }
        return bytes.toByteArray();
    }

    private void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(redacted(text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private String redacted(String text) {
        // A path in JSON has its backslashes doubled.
        String homeless = text.replace(home.replace("\\", "\\\\"), "~").replace(home, "~");
        return LONG_NUMBER.matcher(homeless).replaceAll("****************");
    }

    private static Map<String, Object> system() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("program", Release.version());
        PROPERTIES.forEach(name -> all.put(name, System.getProperty(name, "")));
        all.put(
                "cryptography",
                NativeCryptography.provider().map(Provider::getInfo).orElse("Java"));
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("maxMemory", Runtime.getRuntime().maxMemory());
        return all;
    }

    /** What is set up, where it tells no person: of files and user names only whether there are any. */
    private static Map<String, Object> profile(UserProfile profile) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("p12", profile.p12().isPresent());
        all.put("user", profile.user().isPresent());
        all.put("jabatan", text(profile.jabatan()));
        all.put("satker", text(profile.satker().map(satker -> satker.kode())));
        all.put("kppn", text(profile.kppn().map(kppn -> kppn.kode())));
        all.put("tahun", text(profile.tahun()));
        all.put("zona", text(profile.zona()));
        all.put("url", text(profile.url().map(SupportFile::place)));
        all.put("level", text(profile.signature().level()));
        all.put(
                "tsa",
                profile.signature().tsa().stream().map(SupportFile::place).toList());
        all.put("tsaUserFile", profile.signature().tsaUserFile().isPresent());
        all.put("revocation", profile.key().revocation().name());
        all.put("token", profile.key().pkcs11().isPresent());
        all.put("pac", text(profile.pac().map(SupportFile::place)));
        return all;
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    /** An address without the login that somebody may have written into it. */
    private static String place(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://"
                + Optional.ofNullable(address.getHost()).orElse("") + port
                + Optional.ofNullable(address.getPath()).orElse("");
    }

    private List<Path> newestLogs() throws IOException {
        Path logs = patient.settings().logs();
        if (!Files.isDirectory(logs)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(logs)) {
            return all.filter(Files::isRegularFile)
                    .sorted(Comparator.comparingLong(SupportFile::changed).reversed())
                    .limit(NEWEST_LOGS)
                    .toList();
        }
    }

    private static long changed(Path file) {
        return file.toFile().lastModified();
    }

    private static String end(Path log) throws IOException {
        byte[] all = Files.readAllBytes(log);
        int from = Math.max(0, all.length - MOST_BYTES);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }
}
