package io.godwit.archive;

import io.godwit.migration.Down;
import io.godwit.migration.Migration;
import io.godwit.migration.Step;
import io.godwit.migration.Validation;
import io.godwit.operation.AddColumn;
import io.godwit.operation.ChangeType;
import io.godwit.operation.CreateTable;
import io.godwit.operation.EngineSql;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import io.godwit.schema.ColumnType;
import io.godwit.schema.NativeType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The places of a migration with an engine's own SQL, of any engine: text that goes to the database as it is. */
final class RawSql {

    private final String migration;
    private final Set<String> places = new LinkedHashSet<>();
    private final Set<String> engines = new LinkedHashSet<>();

    private RawSql(Migration migration) {
        this.migration = migration.id();
        migration.up().forEach(this::look);
        if (migration.down() instanceof Down.Explicit explicit) {
            explicit.steps().forEach(this::look);
        }
    }

    /** Such as {@code crm-0003, step 'rows' (sqlite)}. */
    static List<String> of(Migration migration) {
        return List.copyOf(new RawSql(migration).places);
    }

    /** The engines that it has SQL of its own for. */
    static Set<String> engines(Migration migration) {
        return new RawSql(migration).engines;
    }

    private void look(Step step) {
        for (Operation operation : step.allOperations()) {
            if (operation instanceof Sql sql) {
                look(step, sql.text());
            }
            types(operation).forEach(type -> {
                if (type instanceof NativeType raw) {
                    look(step, raw.types().keySet());
                }
            });
        }
        look(step, step.preValidation());
        look(step, step.postValidation());
    }

    private void look(Step step, @Nullable Validation validation) {
        if (validation != null) {
            look(step, validation.sql());
        }
    }

    private void look(Step step, EngineSql sql) {
        look(step, sql.texts().keySet());
    }

    private void look(Step step, Set<String> keys) {
        List<String> own = keys.stream()
                .filter(engine -> !engine.equals(EngineSql.UNIVERSAL))
                .toList();
        engines.addAll(own);
        if (!own.isEmpty()) {
            places.add(migration + ", step '" + step.id() + "' (" + String.join(", ", own) + ")");
        }
    }

    private static Stream<ColumnType> types(Operation operation) {
        if (operation instanceof CreateTable create) {
            return create.table().columns().stream().map(column -> column.type());
        }
        if (operation instanceof AddColumn add) {
            return Stream.of(add.column().type());
        }
        return operation instanceof ChangeType change ? Stream.of(change.type()) : Stream.empty();
    }
}
