package io.godwit.plan.risk;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.TableChange;
import io.godwit.history.OwnedObject;
import io.godwit.operation.AddColumn;
import io.godwit.operation.ChangeType;
import io.godwit.operation.CreateTable;
import io.godwit.operation.CreateView;
import io.godwit.operation.DropColumn;
import io.godwit.operation.DropTable;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameTable;
import io.godwit.operation.SetNotNull;
import io.godwit.plan.Owners;
import io.godwit.plan.RowTarget;
import io.godwit.schema.TableName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the operations so far did to tables. Mutable, for one plan. */
final class PlanTables {

    private final Dialect dialect;
    private final Owners owners;
    private final Map<TableName, String> makers = new HashMap<>();
    private final Map<TableName, TableName> liveNames = new HashMap<>();
    private final Set<TableName> changed = new HashSet<>();

    PlanTables(Dialect dialect, Owners owners) {
        this.owners = owners;
        this.dialect = dialect;
    }

    private TableName known(TableName name) {
        return dialect.known(name);
    }

    boolean isNew(TableName table) {
        return makers.containsKey(known(table));
    }

    /** The plugin that makes the table in this plan, or made it before. */
    Optional<String> maker(TableName table) {
        return Optional.ofNullable(makers.get(known(table)))
                .or(() -> owners.of(liveName(table)).map(OwnedObject::pluginId));
    }

    /** What the table is called as long as the plan has not run. */
    TableName liveName(TableName table) {
        return liveNames.getOrDefault(known(table), table);
    }

    /** Whether its rows or columns are still as the database has them. */
    boolean isAsItWas(TableName table) {
        return !changed.contains(known(table)) && !isNew(table);
    }

    void after(Operation operation, String plugin) {
        if (operation instanceof CreateTable create) {
            makers.put(known(create.table().name()), plugin);
        } else if (operation instanceof CreateView create && create.view().materialized()) {
            makers.put(known(create.view().name()), plugin);
        } else if (operation instanceof DropTable drop) {
            makers.remove(known(drop.table()));
            changed.add(known(drop.table()));
        } else if (operation instanceof RenameTable rename) {
            renamed(rename);
        } else {
            changes(operation).forEach(table -> changed.add(known(table)));
        }
    }

    private void renamed(RenameTable rename) {
        TableName from = known(rename.from());
        TableName to = known(rename.to());
        String maker = makers.remove(from);
        if (maker != null) {
            makers.put(to, maker);
        }
        liveNames.put(to, liveName(rename.from()));
        changed.add(from);
        changed.add(to);
    }

    private static Set<TableName> changes(Operation operation) {
        boolean alters = operation instanceof RenameColumn
                || operation instanceof ChangeType
                || operation instanceof DropColumn
                || operation instanceof AddColumn
                || (operation instanceof SetNotNull set && set.backfill() != null);
        return alters ? TableChange.tableOf(operation).stream().collect(Collectors.toSet()) : RowTarget.of(operation);
    }
}
