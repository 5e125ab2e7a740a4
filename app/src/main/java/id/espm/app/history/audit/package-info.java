/** The entries of the audit trail: what they say, how they are written, chained and checked. Knows no database. */
@NullMarked
package id.espm.app.history.audit;

import org.jspecify.annotations.NullMarked;
