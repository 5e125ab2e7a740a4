/** What belongs to one call of the command line: its terminal, its global options, and what it reads from the settings. */
@NullMarked
package id.espm.app.cli.call;

import org.jspecify.annotations.NullMarked;
