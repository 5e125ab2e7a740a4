/**
 * What was signed on this machine: the journal, from which a batch goes on, and the audit trail, both in one database
 * (ADR-0014).
 */
@NullMarked
package id.espm.app.history;

import org.jspecify.annotations.NullMarked;
