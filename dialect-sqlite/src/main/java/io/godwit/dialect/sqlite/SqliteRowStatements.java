package io.godwit.dialect.sqlite;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.RowStatements;
import io.godwit.dialect.Statement;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.DeleteRows;
import io.godwit.operation.UpdateRows;
import io.godwit.operation.UpsertRows;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rows, with a mark on what relies on actions of foreign keys. */
final class SqliteRowStatements extends RowStatements {

    private final RowActions actions;

    SqliteRowStatements(Dialect dialect, RenderContext context) {
        super(dialect, context);
        this.actions = new RowActions(context.schema());
    }

    @Override
    public List<Statement> update(UpdateRows operation) {
        return super.update(operation).stream()
                .map(statement -> actions.update(operation.table(), statement.sql()))
                .toList();
    }

    @Override
    public List<Statement> delete(DeleteRows operation) {
        return super.delete(operation).stream()
                .map(statement -> actions.delete(operation.table(), statement.sql()))
                .toList();
    }

    @Override
    public List<Statement> upsert(UpsertRows operation) {
        context().schema().table(operation.table()).ifPresent(table -> checkKey(table, operation.key()));
        return super.upsert(operation);
    }

    /** ON CONFLICT needs something unique on exactly those columns. */
    private void checkKey(Table table, List<Name> key) {
        Set<Name> columns = new HashSet<>(key);
        boolean unique = (table.primaryKey() != null
                        && columns.equals(new HashSet<>(table.primaryKey().columns())))
                || table.uniques().stream().anyMatch(one -> columns.equals(new HashSet<>(one.columns())))
                || table.indexes().stream().anyMatch(index -> ReferencedKey.isUniqueOn(index, columns))
                || table.others().stream().anyMatch(other -> other.kind().equals("index"));
        if (!unique) {
            throw new UnsupportedByDialectException(new Unsupported(
                    dialect().engine(),
                    "upsertRows by " + key + " of " + table.name(),
                    "nothing makes these columns unique",
                    "make them the primary key or a unique constraint first"));
        }
    }
}
