package io.godwit.dialect.mysql;

import io.godwit.dialect.TableChange;
import io.godwit.operation.DropColumn;
import io.godwit.schema.Column;
import io.godwit.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** DROP COLUMN with every key, check and index that names the column: the engine would only take the column out of them, or refuse. */
final class ColumnDropping {

    private final MySqlText text;
    private final Table before;
    private final Table after;
    private final Column column;

    ColumnDropping(MySqlText text, MySqlDialect dialect, Table before, DropColumn operation) {
        this.text = text;
        this.before = before;
        this.after = new TableChange(before, dialect.naming()).after(operation);
        this.column = before.column(operation.column()).orElseThrow();
    }

    String statement() {
        List<String> clauses = new ArrayList<>();
        before.foreignKeys().stream()
                .filter(key -> !after.foreignKeys().contains(key))
                .forEach(key -> clauses.addAll(ForeignKeyIndex.drop(text, before, key)));
        if (before.primaryKey() != null && after.primaryKey() == null) {
            clauses.add("DROP PRIMARY KEY");
        }
        before.uniques().stream()
                .filter(unique -> !after.uniques().contains(unique))
                .forEach(unique -> clauses.add("DROP INDEX " + text.name(Objects.requireNonNull(unique.name()))));
        before.checks().stream()
                .filter(check -> !after.checks().contains(check))
                .forEach(check -> clauses.add(text.dropCheck() + text.name(Objects.requireNonNull(check.name()))));
        text.enumCheck(before.name(), column)
                .ifPresent(check -> clauses.add(text.dropCheck() + text.name(Objects.requireNonNull(check.name()))));
        MySqlIndexes indexes = new MySqlIndexes(text, before, note -> {});
        before.indexes().stream()
                .filter(index -> !after.indexes().contains(index))
                .forEach(index -> clauses.addAll(indexes.drop(index)));
        before.others().stream()
                .filter(other ->
                        other.kind().equals(EngineIndex.KIND) && !after.others().contains(other))
                .forEach(other -> clauses.add("DROP INDEX " + text.name(other.name())));
        clauses.addAll(ForeignKeyIndex.keep(text, before, after));
        clauses.add("DROP COLUMN " + text.name(column.name()));
        return "ALTER TABLE " + text.name(before.name()) + " " + String.join(", ", clauses);
    }
}
