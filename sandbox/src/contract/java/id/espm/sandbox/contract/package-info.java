/** {@code docs/api/espm.yaml} as a judge of what goes over the wire, for the tests of every module. */
@NullMarked
package id.espm.sandbox.contract;

import org.jspecify.annotations.NullMarked;
