package id.espm.app.gui.certificate;

import id.espm.signer.key.Secret;
import java.util.Arrays;
import javafx.scene.control.PasswordField;

/** Moves a passphrase out of its field without making a text of it. */
final class TypedPassphrase {
    private TypedPassphrase() {}

    /** Empties the field into a secret. */
    static Secret take(PasswordField field) {
        CharSequence typed = field.getCharacters();
        char[] chars = new char[typed.length()];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = typed.charAt(i);
        }
        // clear() could be undone; setting the text also drops what the field remembers for that.
        field.setText("");
        Secret secret = Secret.copyOf(chars);
        Arrays.fill(chars, '\0');
        return secret;
    }

    /** Whether it begins or ends with white space, a common slip when a passphrase is pasted. */
    static boolean blankAtEdge(CharSequence typed) {
        return !typed.isEmpty()
                && (Character.isWhitespace(typed.charAt(0))
                        || Character.isWhitespace(typed.charAt(typed.length() - 1)));
    }
}
