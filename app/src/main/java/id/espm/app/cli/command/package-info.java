/** The commands: they parse, call and print. */
@NullMarked
package id.espm.app.cli.command;

import org.jspecify.annotations.NullMarked;
