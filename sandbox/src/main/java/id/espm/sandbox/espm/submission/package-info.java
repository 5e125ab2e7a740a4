/** The life of a submission: announced, uploaded, completed, handed to KPPN. */
@NullMarked
package id.espm.sandbox.espm.submission;

import org.jspecify.annotations.NullMarked;
