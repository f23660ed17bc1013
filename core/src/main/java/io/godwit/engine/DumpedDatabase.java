package io.godwit.engine;

import io.godwit.archive.SchemaDump;
import io.godwit.archive.TableRows;
import io.godwit.failure.Problem;
import java.util.List;

/**
 * What a database became. Immutable.
 *
 * @param pluginId as which plugin
 * @param schema the migrations that make it again
 * @param rows what is in it; of no table if rows were not asked for
 * @param notes what a person should know
 */
public record DumpedDatabase(String pluginId, SchemaDump schema, TableRows rows, List<Problem> notes) {

    public DumpedDatabase {
        notes = List.copyOf(notes);
    }
}
