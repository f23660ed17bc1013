package io.godwit.tck.harness;

import io.godwit.dialect.SchemaState;
import io.godwit.operation.CreateSequence;
import io.godwit.operation.CreateTable;
import io.godwit.operation.CreateView;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameTable;
import io.godwit.operation.Sql;
import io.godwit.schema.Naming;
import io.godwit.schema.Schema;
import io.godwit.schema.TableName;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a database must hold, as the operations alone tell it: the same on every engine. */
final class ExpectedSchema {

    private final SchemaState state;
    private final Set<TableName> mentioned = new TreeSet<>();
    private boolean known = true;

    ExpectedSchema(Naming naming) {
        this.state = new SchemaState(new EmptySchema(), naming);
    }

    void apply(Operation operation) {
        if (operation instanceof CreateTable create) {
            mentioned.add(create.table().name());
        } else if (operation instanceof RenameTable rename) {
            mentioned.add(rename.to());
        } else if (operation instanceof CreateView create) {
            mentioned.add(create.view().name());
        } else if (operation instanceof CreateSequence create) {
            mentioned.add(create.sequence().name());
        }
        known &= !(operation instanceof Sql);
        state.apply(operation);
    }

    /** From here on the operations alone do not tell. */
    void forget() {
        known = false;
    }

    boolean known() {
        return known;
    }

    Schema schema() {
        return Schema.of(
                mentioned.stream().map(state::table).flatMap(Optional::stream).toList(),
                mentioned.stream().map(state::view).flatMap(Optional::stream).toList(),
                mentioned.stream()
                        .map(state::sequence)
                        .flatMap(Optional::stream)
                        .toList());
    }
}
