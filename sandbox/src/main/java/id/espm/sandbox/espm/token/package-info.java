/** The mailed security code that an SPM needs. */
@NullMarked
package id.espm.sandbox.espm.token;

import org.jspecify.annotations.NullMarked;
