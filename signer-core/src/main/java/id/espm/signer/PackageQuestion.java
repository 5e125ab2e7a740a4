package id.espm.signer;

import java.util.List;

/**
 * A file of a package folder of which it is not clear what it is or where it belongs.
 *
 * @param file    its path within the folder
 * @param doubt   what is not clear
 * @param choices the documents to which it could belong, by their numbers; empty where that is not the doubt
 */
public record PackageQuestion(String file, Doubt doubt, List<String> choices) {
    /** Keeps a copy of the choices. */
    public PackageQuestion {
        choices = List.copyOf(choices);
    }

    /** What is not clear. */
    public enum Doubt {
        /** A PDF that no ADK's name begins. */
        BELONGS_NOWHERE,
        /** A PDF whose name fits several documents equally well. */
        BELONGS_TO_SEVERAL,
        /** A second ADK for the same document. */
        SECOND_ADK,
        /** Called {@code .pdf}, but its content is none. */
        NOT_A_PDF,
        /** A picture, an office document, a program: what an ADK never is. */
        NOT_AN_ADK,
        /** It lies deeper than a package has folders. */
        TOO_DEEP
    }
}
