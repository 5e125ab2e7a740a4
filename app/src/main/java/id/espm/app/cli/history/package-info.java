/** The command {@code history}: what was signed and sent from this machine. */
@NullMarked
package id.espm.app.cli.history;

import org.jspecify.annotations.NullMarked;
