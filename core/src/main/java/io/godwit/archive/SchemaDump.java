package io.godwit.archive;

import io.godwit.failure.Problem;
import io.godwit.migration.Migration;
import io.godwit.schema.Table;
import java.util.List;

/**
 * Migrations that make a schema. Immutable.
 *
 * @param migrations the first makes the tables everywhere; each other one is for the engines that take what is in it
 * @param tables with the types that the migrations give them, in the order in which they are made
 * @param views how many are carried
 * @param indexes how many are carried
 * @param notes what does not travel, or only to some engines, each with what it belongs to
 */
public record SchemaDump(List<Migration> migrations, List<Table> tables, int views, int indexes, List<Problem> notes) {

    public SchemaDump {
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }
}
