package id.espm.app.delivery;

import id.espm.signer.Sha256;
import java.nio.file.Path;

/**
 * What an operator gets.
 *
 * @param bundle the copy of the bundle
 * @param sheet  its cover sheet, a PDF
 * @param sha256 of the bundle
 * @param size   of the bundle, in bytes
 */
public record HandedOver(Path bundle, Path sheet, Sha256 sha256, long size) {}
