package id.espm.app.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The texts of one language, from {@code <base name>_id.properties} or {@code <base name>_en.properties} in UTF-8. Both are
 * complete: there is no falling back from one to the other, and any language but English is Indonesian.
 */
public final class Messages {
    /** Bahasa Indonesia, the language of those who sign. */
    public static final Locale INDONESIAN = Locale.of("id", "ID");

    /** By resource: a batch asks for its texts a thousand times over. */
    private static final Map<String, Messages> LOADED = new ConcurrentHashMap<>();

    private final PropertyResourceBundle bundle;
    private final Locale locale;

    private Messages(PropertyResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** The texts that both faces share. */
    public static Messages shared(Locale locale) {
        return load("id.espm.app.text.messages", locale);
    }

    /**
     * The texts of a language; read once for the whole program.
     *
     * @param baseName the package, a dot, and the file's name without language and ending
     * @throws IllegalStateException if the program does not hold them
     */
    public static Messages load(String baseName, Locale locale) {
        Locale spoken = locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? Locale.ENGLISH : INDONESIAN;
        String resource = "/" + baseName.replace('.', '/') + "_" + spoken.getLanguage() + ".properties";
        return LOADED.computeIfAbsent(resource, name -> read(name, spoken));
    }

    private static Messages read(String resource, Locale spoken) {
        try (InputStream in = Messages.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no texts at " + resource);
            }
            return new Messages(new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8)), spoken);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One text.
     *
     * @param args  fill {@code {0}}, {@code {1}} … in the manner of {@link MessageFormat}; numbers are written as the language
     *     writes them
     * @throws java.util.MissingResourceException if there is no such key
     */
    public String get(String key, Object... args) {
        String pattern = bundle.getString(key);
        return args.length == 0 ? pattern : new MessageFormat(pattern, locale).format(args);
    }

    /** Whether there is a text for this key. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The texts as they stand, for FXML and the usage help. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /** The language spoken. */
    public Locale locale() {
        return locale;
    }
}
