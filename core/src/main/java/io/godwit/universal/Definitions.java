package io.godwit.universal;

import io.godwit.dialect.SchemaView;
import io.godwit.operation.ChangeType;
import io.godwit.operation.DropColumn;
import io.godwit.operation.DropTable;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameTable;
import io.godwit.schema.EnumType;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What the universal SQL of one plugin has defined that is no object of a database: enumerations, domains, and functions that only
 * set columns of a trigger's row. Mutable, for one thread.
 */
public final class Definitions {

    private final Map<TableName, DefinedType> types = new HashMap<>();
    private final Map<TableName, Set<ColumnPlace>> uses = new HashMap<>();
    private final Map<TableName, TriggerFunction> functions = new HashMap<>();
    private final Map<TableName, List<FunctionTrigger>> triggers = new HashMap<>();

    private final Set<TableName> leftOutIndexes = new HashSet<>();

    private final SerialColumns serials = new SerialColumns();
    private final LaterKeys laterKeys = new LaterKeys();

    /** Knows of nothing. */
    public Definitions() {}

    /** The same knowledge, to go on from in another direction. */
    public Definitions copy() {
        Definitions copy = new Definitions();
        copy.types.putAll(types);
        uses.forEach((type, columns) -> copy.uses.put(type, new LinkedHashSet<>(columns)));
        copy.functions.putAll(functions);
        triggers.forEach((function, made) -> copy.triggers.put(function, new ArrayList<>(made)));
        copy.leftOutIndexes.addAll(leftOutIndexes);
        copy.serials.addAll(serials);
        copy.laterKeys.addAll(laterKeys);
        return copy;
    }

    /** Forgets what was learnt since. */
    void goBackTo(Definitions before) {
        if (before != this) {
            types.clear();
            types.putAll(before.types);
            uses.clear();
            uses.putAll(before.uses);
        }
    }

    /** The columns that sequences of their own number. */
    SerialColumns serials() {
        return serials;
    }

    /** Primary keys that tables get later in a script. */
    LaterKeys laterKeys() {
        return laterKeys;
    }

    /** Looks at a script before any of it is read. */
    void scan(List<Source> script) {
        serials.scan(script);
        laterKeys.scan(script);
    }

    boolean hasTypes() {
        return !types.isEmpty();
    }

    Optional<DefinedType> type(TableName name) {
        return Optional.ofNullable(types.get(name));
    }

    void define(TableName name, DefinedType type) {
        types.put(name, type);
    }

    /** True if there was such a type. */
    boolean forgetType(TableName name) {
        uses.remove(name);
        return types.remove(name) != null;
    }

    void renameType(TableName from, TableName to) {
        DefinedType type = types.remove(from);
        if (type != null) {
            types.put(to, type);
            uses.put(to, uses.getOrDefault(from, Set.of()));
            uses.remove(from);
        }
    }

    void used(TableName type, ColumnPlace column) {
        uses.values().forEach(columns -> columns.remove(column));
        uses.computeIfAbsent(type, any -> new LinkedHashSet<>()).add(column);
    }

    /** What gives every column of the enumeration its new values. */
    List<Operation> changed(TableName type, EnumType values) {
        List<Operation> operations = new ArrayList<>();
        for (ColumnPlace place : uses.getOrDefault(type, Set.of())) {
            operations.add(new ChangeType(place.table(), place.column(), values, null));
        }
        return operations;
    }

    /** The columns of that type. */
    List<ColumnPlace> columns(TableName type) {
        return List.copyOf(uses.getOrDefault(type, Set.of()));
    }

    Optional<TriggerFunction> function(TableName name) {
        return Optional.ofNullable(functions.get(name));
    }

    void define(TableName name, TriggerFunction function) {
        functions.put(name, function);
    }

    boolean forgetFunction(TableName name) {
        return functions.remove(name) != null;
    }

    /** Remembers an index that the engine does without. */
    void leaveOutIndex(TableName index) {
        leftOutIndexes.add(index);
    }

    /** True if the engine does without that index. */
    boolean forgetIndex(TableName index) {
        return leftOutIndexes.remove(index);
    }

    /** Remembers that the trigger does what the function says. */
    void define(TableName function, FunctionTrigger trigger) {
        triggers.computeIfAbsent(function, any -> new ArrayList<>()).add(trigger);
    }

    /** The triggers that still do what the function says. */
    List<FunctionTrigger> triggersOf(TableName function, SchemaView schema) {
        return triggers.getOrDefault(function, List.of()).stream()
                .filter(trigger -> trigger.isThere(schema))
                .toList();
    }

    /** Follows columns to their new names. */
    public void follow(Operation operation) {
        if (uses.isEmpty()) {
            return;
        }
        if (operation instanceof RenameTable rename) {
            replace(place ->
                    place.table().equals(rename.from()) ? new ColumnPlace(rename.to(), place.column()) : place);
        } else if (operation instanceof RenameColumn rename) {
            ColumnPlace from = new ColumnPlace(rename.table(), rename.from());
            replace(place -> place.equals(from) ? new ColumnPlace(rename.table(), rename.to()) : place);
        } else if (operation instanceof DropTable drop) {
            uses.values()
                    .forEach(columns -> columns.removeIf(place -> place.table().equals(drop.table())));
        } else if (operation instanceof DropColumn drop) {
            ColumnPlace gone = new ColumnPlace(drop.table(), drop.column());
            uses.values().forEach(columns -> columns.remove(gone));
        } else if (operation instanceof ChangeType change && !(change.type() instanceof EnumType)) {
            ColumnPlace changed = new ColumnPlace(change.table(), change.column());
            uses.values().forEach(columns -> columns.remove(changed));
        }
    }

    private void replace(UnaryOperator<ColumnPlace> renamed) {
        uses.replaceAll((type, columns) -> {
            Set<ColumnPlace> places = new LinkedHashSet<>();
            columns.forEach(place -> places.add(renamed.apply(place)));
            return places;
        });
    }
}
