/** What eSPM does wrong on purpose, so that its clients can be tried (ADR-0017). */
@NullMarked
package id.espm.sandbox.espm.fault;

import org.jspecify.annotations.NullMarked;
