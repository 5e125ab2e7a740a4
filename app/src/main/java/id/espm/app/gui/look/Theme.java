package id.espm.app.gui.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;

/** The window's colours. The window's own stylesheet names roles only, so that a theme differs in tokens alone. */
public enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet(), ""),
    DARK(new PrimerDark().getUserAgentStylesheet(), ""),
    /** Dark with the strongest values for the same tokens (WCAG 2.2, 1.4.6). */
    HIGH_CONTRAST(new PrimerDark().getUserAgentStylesheet(), "high-contrast.css");

    private final String stylesheet;
    private final String tokens;

    Theme(String stylesheet, String tokens) {
        this.stylesheet = stylesheet;
        this.tokens = tokens;
    }

    /** For {@link javafx.application.Application#setUserAgentStylesheet}. */
    public String stylesheet() {
        return stylesheet;
    }

    /** For {@link javafx.scene.Scene#getStylesheets}: other values of tokens; most themes need none. */
    public List<String> tokens() {
        return tokens.isEmpty()
                ? List.of()
                : List.of(
                        Objects.requireNonNull(Theme.class.getResource(tokens)).toExternalForm());
    }
}
