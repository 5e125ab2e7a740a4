package id.espm.app.cli.option;

import id.espm.signer.SignerException;
import id.espm.signer.pdf.appearance.VisibleSignature;
import id.espm.signer.pdf.appearance.block.SignaturePicture;
import id.espm.signer.pdf.appearance.template.Placement;
import id.espm.signer.pdf.appearance.template.Template;
import id.espm.signer.pdf.appearance.template.TemplateJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Whether and how signatures in PDFs are seen. */
public final class VisibleOptions {
    /** Said without a place: where the template has it. */
    private static final String USUAL = "";

    @Option(
            names = "--visible",
            arity = "0..1",
            paramLabel = "PLACEMENT",
            descriptionKey = "visible",
            parameterConsumer = PlacementConsumer.class)
    private @Nullable String visible;

    @Option(names = "--placement", paramLabel = "FILE", descriptionKey = "placement")
    private @Nullable Path placement;

    @Option(names = "--picture", paramLabel = "FILE", descriptionKey = "picture")
    private @Nullable Path picture;

    /**
     * What the call asks for; any of the options makes signatures visible.
     *
     * @throws SignerException for a place, a template or a picture that cannot be used
     */
    public Optional<VisibleSignature> visible() throws SignerException {
        if (visible == null && placement == null && picture == null) {
            return Optional.empty();
        }
        Template template = placement == null ? Template.usual() : TemplateJson.read(placement);
        if (visible != null && !visible.equals(USUAL)) {
            template = template.at(Placement.parse(visible));
        }
        Optional<SignaturePicture> image =
                picture == null ? Optional.empty() : Optional.of(SignaturePicture.read(picture));
        return Optional.of(new VisibleSignature(template, image));
    }

    /** Takes what follows for the place, unless it is another option or a file that is there, such as the folder of a batch. */
    static final class PlacementConsumer implements IParameterConsumer {
        @Override
        public void consumeParameters(Stack<String> following, ArgSpec option, CommandSpec command) {
            boolean place = !following.isEmpty() && isPlace(following.peek());
            option.setValue(place ? following.pop() : USUAL);
        }

        private static boolean isPlace(String word) {
            return !word.startsWith("-") && (word.startsWith("#") || !Files.exists(Path.of(word)));
        }
    }
}
