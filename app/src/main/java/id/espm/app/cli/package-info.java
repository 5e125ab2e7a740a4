/** The command line (docs/cli.md): its commands put together, and what happens when one fails. */
@NullMarked
package id.espm.app.cli;

import org.jspecify.annotations.NullMarked;
