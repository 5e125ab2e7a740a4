/** Everything that is sent goes through here: a row per bundle, from which sending goes on after whatever came between (ADR-0016). */
@NullMarked
package id.espm.app.outbox;

import org.jspecify.annotations.NullMarked;
