/** What {@code --json} prints: records in the words of docs/schema. */
@NullMarked
package id.espm.app.cli.json;

import org.jspecify.annotations.NullMarked;
