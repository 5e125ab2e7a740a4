package id.espm.app.draft;

import id.espm.signer.pdf.appearance.template.Template;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the signature in a document is to be seen.
 *
 * @param template what the block shows, and where it stands
 * @param field    the full name of the empty field that it stands in instead
 * @param picture  the file of the official's picture in it
 */
public record DraftLook(Template template, Optional<String> field, Optional<Path> picture) {}
