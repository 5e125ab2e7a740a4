package id.espm.app.gui.look;

import javafx.scene.control.PasswordField;

/** Moves what was typed out of a field for secrets without making a text of it. */
public final class TypedSecret {
    private TypedSecret() {}

    /** Empties the field. The characters are the caller's to overwrite. */
    public static char[] take(PasswordField field) {
        CharSequence typed = field.getCharacters();
        char[] chars = new char[typed.length()];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = typed.charAt(i);
        }
        // clear() could be undone; setting the text also drops what the field remembers for that.
        field.setText("");
        return chars;
    }

    /** Whether it begins or ends with white space, a common slip when a passphrase is pasted. */
    public static boolean blankAtEdge(CharSequence typed) {
        return !typed.isEmpty()
                && (Character.isWhitespace(typed.charAt(0))
                        || Character.isWhitespace(typed.charAt(typed.length() - 1)));
    }
}
