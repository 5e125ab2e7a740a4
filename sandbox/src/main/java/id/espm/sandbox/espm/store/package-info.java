/** eSPM's memory: an SQLite database and a file per upload. */
@NullMarked
package id.espm.sandbox.espm.store;

import org.jspecify.annotations.NullMarked;
