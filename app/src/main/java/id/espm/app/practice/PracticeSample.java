package id.espm.app.practice;

import id.espm.signer.Jenis;
import java.nio.file.Path;

/**
 * A package to practise with.
 *
 * @param person who may sign it
 */
public record PracticeSample(Jenis jenis, Path folder, PracticePerson person) {}
