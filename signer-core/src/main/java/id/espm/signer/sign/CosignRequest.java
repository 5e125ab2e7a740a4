package id.espm.signer.sign;

import id.espm.signer.Jabatan;
import id.espm.signer.Satker;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A signed bundle to which an official's signatures are to be added.
 *
 * @param bundle  the file
 * @param jabatan as what the official signs
 * @param satker  for which work unit; without one it is that of the bundle
 * @param lokasi  where
 */
public record CosignRequest(Path bundle, Jabatan jabatan, Optional<Satker> satker, String lokasi) {}
