/** What a regulation may change: who signs what, what belongs to which jenis, how many. Data with its source, never code. */
@NullMarked
package id.espm.signer.rules;

import org.jspecify.annotations.NullMarked;
