package id.espm.signer.rules;

import id.espm.signer.Jabatan;
import id.espm.signer.Jenis;
import id.espm.signer.Problem;
import id.espm.signer.Problem.CompositionWrong;
import id.espm.signer.Problem.CompositionWrong.Misfit;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules of the regulation as data: who signs what, what belongs to which jenis, how many SPM a package may hold, what its
 * files must be. Built in as a JSON resource with its source and date; a file in the settings replaces parts of it without a new
 * program, since the Lampiran may change at any time (PER-10/PB/2018 Pasal 9).
 *
 * @param source       the regulation they come from
 * @param date         the day of that regulation
 * @param spmLimit     how many SPM one Dokumen Elektronik may hold
 * @param serviceHours when KPPN receives
 * @param files        what files must be
 * @param jenis        what they say of each jenis; complete
 */
public record Rules(
        String source,
        String date,
        SpmLimit spmLimit,
        ServiceHours serviceHours,
        FileRules files,
        Map<Jenis, JenisRule> jenis) {
    private static final String JENIS = "jenis";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * How many SPM one Dokumen Elektronik may hold (PER-10/PB/2018 Pasal 6(2)).
     *
     * @param max   at most so many SPM in one package
     * @param pasal where the regulation says so
     */
    public record SpmLimit(int max, String pasal) {}

    /**
     * Rules that say something of every jenis.
     *
     * @throws IllegalArgumentException if a jenis is missing or the limit is below one
     */
    public Rules {
        jenis = Map.copyOf(jenis);
        Set<Jenis> missing = EnumSet.allOf(Jenis.class);
        missing.removeAll(jenis.keySet());
        if (!missing.isEmpty() || spmLimit.max() < 1) {
            throw new IllegalArgumentException(missing.isEmpty() ? "spmLimit.max" : "jenis " + missing);
        }
    }

    /** The rules that come with the program. */
    public static Rules builtIn() {
        return BuiltIn.RULES;
    }

    /** Read once, by whoever asks first. */
    private static final class BuiltIn {
        private static final Rules RULES = RulesJson.rules(builtInTree());

        private BuiltIn() {}
    }

    private static JsonNode builtInTree() {
        try (InputStream in = Rules.class.getResourceAsStream("rules.json")) {
            if (in == null) {
                throw new IllegalStateException("rules.json is not in the program");
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("rules.json cannot be read", e);
        }
    }

    /**
     * The rules in a file. A part that it leaves out - a whole section, or one jenis - is the built-in one; what it says, it says
     * whole.
     *
     * @throws SignerException {@link Problem.RulesInvalid}, {@link Problem.FileUnreadable}
     */
    public static Rules read(Path file) throws SignerException {
        try (InputStream in = Files.newInputStream(file)) {
            if (!(JSON.readTree(in) instanceof ObjectNode root)) {
                throw new SignerException(new Problem.RulesInvalid(file, "not a JSON object"));
            }
            JsonNode builtIn = builtInTree();
            if (root.path(JENIS) instanceof ObjectNode said) {
                complete(said, builtIn.path(JENIS));
            }
            complete(root, builtIn);
            return RulesJson.rules(root);
        } catch (JacksonException e) {
            throw new SignerException(new Problem.RulesInvalid(file, e.getOriginalMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new SignerException(new Problem.RulesInvalid(file, String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw new SignerException(new Problem.FileUnreadable(file), e);
        }
    }

    private static void complete(ObjectNode said, JsonNode builtIn) {
        for (String key : builtIn.propertyNames()) {
            if (!said.has(key)) {
                said.set(key, builtIn.path(key));
            }
        }
    }

    /** The rules in the form of the file in which they can be changed. */
    public String toJson() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    /** What the rules say of one jenis. */
    public JenisRule of(Jenis which) {
        JenisRule rule = jenis.get(which);
        if (rule == null) {
            throw new IllegalStateException("checked to be complete when made");
        }
        return rule;
    }

    /** The kinds of document that an official in this position signs, in the order of {@link Jenis}. */
    public List<Jenis> signedBy(Jabatan jabatan) {
        return Arrays.stream(Jenis.values())
                .filter(j -> of(j).jabatan().contains(jabatan))
                .toList();
    }

    /**
     * Refuses a position that does not sign this jenis.
     *
     * @throws SignerException {@link Problem.JabatanMayNotSign}
     */
    public void requireMaySign(Jabatan jabatan, Jenis which) throws SignerException {
        JenisRule rule = of(which);
        if (!rule.jabatan().contains(jabatan)) {
            throw new SignerException(
                    new Problem.JabatanMayNotSign(jabatan, which, rule.jabatan(), rule.jabatanPasal()));
        }
    }

    /**
     * Checks the SPM of a whole package.
     *
     * @param nomor the numbers of all SPM, counted even where several stand in one ADK
     * @throws SignerException {@link Problem.TooManySpm}, {@link Problem.CompositionWrong} where a number stands twice
     */
    public void requireNomor(Jenis which, List<String> nomor) throws SignerException {
        JenisRule rule = of(which);
        Set<String> seen = new HashSet<>();
        for (String one : nomor) {
            if (!seen.add(one.toUpperCase(Locale.ROOT))) {
                throw new SignerException(new CompositionWrong(which, Misfit.DUPLICATE, one, rule.compositionPasal()));
            }
        }
        if (rule.spmLimited() && nomor.size() > spmLimit.max()) {
            throw new SignerException(new Problem.TooManySpm(spmLimit.max(), nomor, spmLimit.pasal()));
        }
    }

    /**
     * Checks the parts of one document.
     *
     * @param document its nomor, or a file name, for the error
     * @throws SignerException {@link Problem.CompositionWrong}
     */
    public void requireComposition(Jenis which, String document, boolean hasAdk, boolean hasLampiran)
            throws SignerException {
        JenisRule rule = of(which);
        Optional<Misfit> misfit = misfit(rule.adk(), hasAdk, Misfit.ADK_MISSING, Misfit.ADK_NOT_ALLOWED)
                .or(() -> misfit(rule.lampiran(), hasLampiran, Misfit.LAMPIRAN_MISSING, Misfit.LAMPIRAN_NOT_ALLOWED));
        if (misfit.isPresent()) {
            throw new SignerException(new CompositionWrong(which, misfit.get(), document, rule.compositionPasal()));
        }
    }

    /**
     * Refuses a file that is too large.
     *
     * @param size in bytes
     * @return the size above which a file is large, where this one is
     * @throws SignerException {@link Problem.FileTooLarge}
     */
    public OptionalLong requireSize(Path file, long size, boolean adk) throws SignerException {
        FileRules.Size rule = adk ? files.adk() : files.lampiran();
        if (rule.forbids(size)) {
            throw new SignerException(new Problem.FileTooLarge(file, size, rule.max(), rule.source()));
        }
        return rule.warnsOf(size) ? OptionalLong.of(rule.warn()) : OptionalLong.empty();
    }

    private static Optional<Misfit> misfit(JenisRule.Part part, boolean present, Misfit missing, Misfit notAllowed) {
        return switch (part) {
            case REQUIRED -> present ? Optional.empty() : Optional.of(missing);
            case FORBIDDEN -> present ? Optional.of(notAllowed) : Optional.empty();
        };
    }
}
