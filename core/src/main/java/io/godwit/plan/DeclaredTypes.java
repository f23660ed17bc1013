package io.godwit.plan;

import io.godwit.migration.Down;
import io.godwit.migration.Migration;
import io.godwit.migration.Step;
import io.godwit.operation.AddColumn;
import io.godwit.operation.ChangeType;
import io.godwit.operation.CreateTable;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameTable;
import io.godwit.operation.Sql;
import io.godwit.operation.SqlFile;
import io.godwit.operation.SqlScript;
import io.godwit.operation.SqlSource;
import io.godwit.operation.SqlStatements;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The types that documents give to columns, as far as a column has one type in all of them, whatever their order. What SQL text may have
 * changed is not known. Mutable, for one thread.
 */
final class DeclaredTypes {

    private static final Pattern CHANGES = Pattern.compile("(?i)\\b(create|alter|drop|rename)\\b");

    private final Map<TableName, Map<Name, ColumnType>> types = new HashMap<>();
    private final Map<TableName, Set<Name>> doubtful = new HashMap<>();
    private final Set<TableName> unknown = new HashSet<>();
    private final List<String> texts = new ArrayList<>();

    /** Takes what a migration says, both ways. */
    void learn(Migration migration) {
        migration.up().forEach(this::learn);
        if (migration.down() instanceof Down.Explicit down) {
            down.steps().forEach(this::learn);
        }
    }

    private void learn(Step step) {
        step.allOperations().forEach(this::learn);
    }

    private void learn(Operation operation) {
        if (operation instanceof CreateTable create) {
            TableName table = create.table().name();
            create.table().columns().forEach(column -> learn(table, column));
            if (create.ifNotExists()) {
                unknown.add(table);
            }
        } else if (operation instanceof AddColumn add) {
            learn(add.table(), add.column());
        } else if (operation instanceof ChangeType change) {
            doubt(change.table(), change.column());
        } else if (operation instanceof RenameColumn rename) {
            doubt(rename.table(), rename.from());
            doubt(rename.table(), rename.to());
        } else if (operation instanceof RenameTable rename) {
            unknown.add(rename.from());
            unknown.add(rename.to());
        } else if (operation instanceof Sql sql) {
            sql.text().texts().values().forEach(this::learn);
        }
    }

    private void learn(TableName table, Column column) {
        ColumnType before =
                types.computeIfAbsent(table, name -> new HashMap<>()).putIfAbsent(column.name(), column.type());
        if (before != null && !before.equals(column.type())) {
            doubt(table, column.name());
        }
    }

    private void doubt(TableName table, Name column) {
        doubtful.computeIfAbsent(table, name -> new HashSet<>()).add(column);
    }

    private void learn(SqlSource source) {
        if (source instanceof SqlScript script) {
            learn(script.text());
        } else if (source instanceof SqlFile file) {
            learn(file.text());
        } else if (source instanceof SqlStatements statements) {
            statements.statements().forEach(this::learn);
        }
    }

    private void learn(String text) {
        if (CHANGES.matcher(text).find()) {
            texts.add(text.toLowerCase(Locale.ROOT));
        }
    }

    /** The type that a column has at every time; empty if that is not known. */
    Optional<ColumnType> of(TableName table, Name column) {
        if (unknown.contains(table)
                || doubtful.getOrDefault(table, Set.of()).contains(column)
                || texts.stream()
                        .anyMatch(text -> text.contains(table.name().text().toLowerCase(Locale.ROOT)))) {
            return Optional.empty();
        }
        return Optional.ofNullable(types.getOrDefault(table, Map.of()).get(column));
    }
}
