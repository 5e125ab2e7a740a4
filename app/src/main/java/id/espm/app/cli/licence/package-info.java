/** What of others the program holds, and on what terms. */
@NullMarked
package id.espm.app.cli.licence;

import org.jspecify.annotations.NullMarked;
