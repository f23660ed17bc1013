package io.godwit.archive.dump;

import io.godwit.schema.Check;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Schema;
import io.godwit.schema.Table;
import io.godwit.schema.UniqueKey;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names of constraints and indexes, each once in the whole schema, as some engines want it: what has a name that is taken gets one of
 * Godwit's. For one thread.
 */
final class TakenNames {

    private final Set<String> taken = new HashSet<>();

    TakenNames(Schema schema) {
        schema.tables().keySet().forEach(name -> taken.add(name.name().caseless()));
        schema.views().keySet().forEach(name -> taken.add(name.name().caseless()));
        schema.sequences().keySet().forEach(name -> taken.add(name.name().caseless()));
    }

    Table free(Table table) {
        PrimaryKey key = table.primaryKey();
        return table.withPrimaryKey(key == null ? null : new PrimaryKey(free(key.name()), key.columns()))
                .withUniques(table.uniques().stream()
                        .map(unique -> new UniqueKey(free(unique.name()), unique.columns()))
                        .toList())
                .withForeignKeys(table.foreignKeys().stream().map(this::free).toList())
                .withChecks(table.checks().stream()
                        .map(check -> new Check(free(check.name()), check.expression()))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> index.withName(free(index.name())))
                        .toList());
    }

    private ForeignKey free(ForeignKey key) {
        return new ForeignKey(
                free(key.name()), key.columns(), key.table(), key.referenced(), key.onDelete(), key.onUpdate());
    }

    private @Nullable Name free(@Nullable Name name) {
        return name != null && taken.add(name.caseless()) ? name : null;
    }
}
