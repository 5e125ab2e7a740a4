package id.espm.signer.sign;

import id.espm.signer.bundle.BundleRequest;

/**
 * A package that keeps the rules and whose files were read: what is signed must still be exactly these.
 *
 * @param source  the package
 * @param request the documents with their hashes and the entries that they will have
 */
public record CheckedPackage(SigningPackage source, BundleRequest request) {}
