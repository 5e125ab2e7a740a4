package id.espm.app.gui.home;

import java.nio.file.Path;

/** Where Beranda leads. */
public interface HomeActions {
    /** Begins with an empty package. */
    void newPackage();

    /** Works on a package again. */
    void openPackage(Path folder);
}
