/** Who eSPM knows: accounts, appointments, registered certificates, and what each may send or sign. */
@NullMarked
package id.espm.sandbox.espm.account;

import org.jspecify.annotations.NullMarked;
