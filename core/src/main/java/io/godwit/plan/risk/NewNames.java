package io.godwit.plan.risk;

import io.godwit.operation.AddColumn;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.CreateTable;
import io.godwit.operation.CreateView;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameTable;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names that an operation brings into the world, as far as an author chose them. */
final class NewNames {

    private NewNames() {}

    static List<Name> of(Operation operation) {
        if (operation instanceof CreateTable create) {
            return ofTable(create.table());
        } else if (operation instanceof AddColumn add) {
            return List.of(add.column().name());
        } else if (operation instanceof RenameTable rename) {
            return List.of(rename.to().name());
        } else if (operation instanceof RenameColumn rename) {
            return List.of(rename.to());
        } else if (operation instanceof CreateIndex create) {
            return Optional.ofNullable(create.index().name()).stream().toList();
        } else if (operation instanceof CreateView create) {
            return List.of(create.view().name().name());
        }
        return List.of();
    }

    private static List<Name> ofTable(Table table) {
        List<Name> names = new ArrayList<>();
        names.add(table.name().name());
        table.columns().forEach(column -> names.add(column.name()));
        return names;
    }
}
