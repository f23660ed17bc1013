package io.godwit.dialect.mysql;

import io.godwit.dialect.RenderContext;
import io.godwit.dialect.RowStatements;
import io.godwit.dialect.Statement;
import io.godwit.operation.DeleteRows;
import io.godwit.operation.Row;
import io.godwit.operation.UpsertRows;
import io.godwit.schema.Index;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows: ON DUPLICATE KEY UPDATE goes by every key of the table, so that it serves where there is but the one that is meant. */
final class MySqlRows extends RowStatements {

    private final MySqlText text;

    MySqlRows(MySqlDialect dialect, RenderContext context) {
        super(dialect, context);
        this.text = new MySqlText(dialect, context);
    }

    @Override
    protected MySqlText text() {
        return text;
    }

    @Override
    public List<Statement> upsert(UpsertRows operation) {
        Table table = context().schema().table(operation.table()).orElse(null);
        if (table == null) {
            return byRow(operation);
        }
        List<Set<Name>> keys = keys(table);
        Set<Name> meant = new HashSet<>(operation.key());
        if (!keys.contains(meant)) {
            throw text.refuse(
                    "upsertRows by " + operation.key() + " of " + table.name(),
                    "nothing makes these columns unique",
                    "make them the primary key or a unique constraint first");
        }
        return keys.stream().allMatch(meant::equals) ? super.upsert(operation) : byRow(operation);
    }

    private static List<Set<Name>> keys(Table table) {
        List<Set<Name>> keys = new ArrayList<>();
        if (table.primaryKey() != null) {
            keys.add(new HashSet<>(table.primaryKey().columns()));
        }
        table.uniques().forEach(unique -> keys.add(new HashSet<>(unique.columns())));
        table.indexes().stream().filter(Index::unique).forEach(index -> keys.add(columns(index)));
        return keys;
    }

    /** Nothing that a key of columns could equal, if it is on an expression or on some rows only. */
    private static Set<Name> columns(Index index) {
        boolean plain = index.where() == null && index.columns().stream().allMatch(part -> part.name() != null);
        return plain ? index.columns().stream().map(part -> part.name()).collect(Collectors.toSet()) : Set.of();
    }

    /** An alias for the new row from 8.0.19 on, where VALUES() is on its way out; MariaDB knows only that. */
    @Override
    protected String onConflict(Row row, List<Name> key) {
        boolean alias = !text.syntax().isMariaDb() && text.syntax().version().atLeast(8, 0, 19);
        List<Name> set = row.values().keySet().stream()
                .filter(column -> !key.contains(column))
                .toList();
        String same = text.name(key.get(0));
        String sets = set.isEmpty()
                ? same + " = " + text.name(key.get(0))
                : set.stream()
                        .map(column -> text.name(column) + " = "
                                + (alias ? "godwit." + text.name(column) : "VALUES(" + text.name(column) + ")"))
                        .collect(Collectors.joining(", "));
        return (alias && !set.isEmpty() ? "\nAS godwit" : "") + "\nON DUPLICATE KEY UPDATE " + sets;
    }

    /** For each row an UPDATE of the row with that key, then an INSERT if there is none. */
    private List<Statement> byRow(UpsertRows operation) {
        List<Statement> statements = new ArrayList<>();
        for (Row row : operation.rows()) {
            String where = operation.key().stream()
                    .map(column -> text.name(column) + " = "
                            + value(operation.table(), column, row.values().get(column)))
                    .collect(Collectors.joining(" AND "));
            String sets = row.values().entrySet().stream()
                    .filter(entry -> !operation.key().contains(entry.getKey()))
                    .map(entry -> text.name(entry.getKey()) + " = "
                            + value(operation.table(), entry.getKey(), entry.getValue()))
                    .collect(Collectors.joining(", "));
            if (!sets.isEmpty()) {
                statements.add(
                        Statement.of("UPDATE " + text.name(operation.table()) + " SET " + sets + " WHERE " + where));
            }
            statements.add(Statement.of(insertUnless(operation.table(), row, where)));
        }
        return statements;
    }

    private String insertUnless(TableName table, Row row, String where) {
        String values = row.values().entrySet().stream()
                .map(entry -> inserted(table, entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        return "INSERT INTO " + text.name(table) + " ("
                + text.names(List.copyOf(row.values().keySet())) + ") SELECT " + values
                + " FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM " + text.name(table) + " WHERE " + where + ")";
    }

    /** Foreign keys are checked row by row, so that rows of a table that refers to itself go the youngest first. */
    @Override
    public List<Statement> delete(DeleteRows operation) {
        List<Statement> statements = super.delete(operation);
        Table table = context().schema().table(operation.table()).orElse(null);
        PrimaryKey key = table == null ? null : table.primaryKey();
        boolean refersToItself = table != null
                && table.foreignKeys().stream()
                        .anyMatch(foreign ->
                                foreign.table().folded().equals(table.name().folded()));
        if (key == null || !refersToItself) {
            return statements;
        }
        String order = key.columns().stream()
                .map(column -> text.name(column) + " DESC")
                .collect(Collectors.joining(", ", " ORDER BY ", ""));
        return statements.stream()
                .map(statement -> Statement.of(statement.sql() + order))
                .toList();
    }
}
