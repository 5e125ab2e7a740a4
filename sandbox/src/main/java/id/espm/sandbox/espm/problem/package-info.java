/** What eSPM refuses, as RFC 9457 problems with stable types. */
@NullMarked
package id.espm.sandbox.espm.problem;

import org.jspecify.annotations.NullMarked;
