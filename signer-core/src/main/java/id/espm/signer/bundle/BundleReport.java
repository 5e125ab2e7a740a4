package id.espm.signer.bundle;

import id.espm.signer.verify.FileReport;
import java.util.Optional;

/**
 * The judgement of a bundle.
 *
 * @param report   its verdict with every signature, and its documents with theirs
 * @param contents its contents list, where it could be read
 */
public record BundleReport(FileReport report, Optional<ContentsList> contents) {}
