/**
 * What KPPN finds in an ADK: the tables of a password-protected ZIP, read as hostile. It parses dBASE by itself, for a reader
 * that shares a library with the Signer's cannot find that library's faults (ADR-0006).
 */
@NullMarked
package id.espm.sandbox.kppn.konversi;

import org.jspecify.annotations.NullMarked;
