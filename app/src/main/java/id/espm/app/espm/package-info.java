/**
 * What the Signer and eSPM speak of: settings, answers, problems. No text for people, no HTTP; the calls themselves stand in
 * {@code client}, the whole way of a bundle in {@code submit}.
 */
@NullMarked
package id.espm.app.espm;

import org.jspecify.annotations.NullMarked;
