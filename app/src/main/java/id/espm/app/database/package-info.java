/** A SQLite file of ours: how it is opened, written to safely, and what is wrong where it cannot be. Nothing else touches JDBC. */
@NullMarked
package id.espm.app.database;

import org.jspecify.annotations.NullMarked;
