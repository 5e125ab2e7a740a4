/** What goes to eSPM from the command line, and where it stands: over the outbox alone. */
@NullMarked
package id.espm.app.cli.submit;

import org.jspecify.annotations.NullMarked;
