/** The options that mean the same everywhere, each group once. */
@NullMarked
package id.espm.app.cli.option;

import org.jspecify.annotations.NullMarked;
