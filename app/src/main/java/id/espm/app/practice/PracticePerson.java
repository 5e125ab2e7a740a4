package id.espm.app.practice;

import id.espm.signer.Jabatan;
import java.nio.file.Path;

/**
 * As whom somebody practises. Nothing of it is a secret: it opens practice alone, and is shown on the screen.
 *
 * @param nama       as in the certificate
 * @param p12        the practice certificate
 * @param passphrase of that file
 * @param user       at the practice eSPM
 * @param password   of that account
 */
public record PracticePerson(String nama, Jabatan jabatan, Path p12, String passphrase, String user, String password) {}
