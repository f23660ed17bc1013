package io.godwit.dialect.sqlite;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.Statement;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.DropIndex;
import io.godwit.operation.RenameIndex;
import io.godwit.schema.Index;
import io.godwit.schema.IndexMethod;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.List;

/** Indexes: always B-trees; what SQLite has not is left out with a finding, for it changes no answer. */
final class IndexStatements {

    private final Dialect dialect;
    private final RenderContext context;

    IndexStatements(Dialect dialect, RenderContext context) {
        this.dialect = dialect;
        this.context = context;
    }

    List<Statement> create(CreateIndex operation) {
        Index index = dialect.naming().name(operation.table(), operation.index());
        if (operation.concurrently()) {
            note("SQLite makes the index " + index.name() + " in the transaction, not concurrently.");
        }
        if (index.method() != IndexMethod.BTREE) {
            note("SQLite has no " + index.method() + " indexes: " + index.name() + " is a plain one.");
        }
        if (!index.include().isEmpty()) {
            note("SQLite has no INCLUDE: the index " + index.name() + " goes without " + index.include() + ".");
        }
        if (index.columns().stream().anyMatch(part -> part.nullsFirst() != null)) {
            note("SQLite keeps NULLs in its own order: the index " + index.name() + " says nothing of them.");
        }
        return List.of(Statement.of(text(operation.table(), index, operation.ifNotExists())));
    }

    String text(TableName table, Index index, boolean ifNotExists) {
        return new SqliteTableText(dialect, context).createIndex(table, index, ifNotExists);
    }

    List<Statement> drop(DropIndex operation) {
        return List.of(Statement.of("DROP INDEX " + (operation.ifExists() ? "IF EXISTS " : "")
                + dialect.syntax().name(operation.index())));
    }

    /** SQLite cannot rename an index; one is made as the other was. */
    List<Statement> rename(RenameIndex operation, Table table) {
        Index index = table.indexes().stream()
                .filter(candidate -> operation.from().equals(candidate.name()))
                .findFirst()
                .orElseThrow(() -> new UnsupportedByDialectException(new Unsupported(
                        dialect.engine(),
                        "renaming the index " + operation.from() + " of " + table.name(),
                        "there is no such index, or one that no portable index stands for",
                        "drop it and create another")));
        return List.of(
                Statement.of("DROP INDEX " + dialect.syntax().name(operation.from())),
                Statement.of(text(table.name(), index.withName(operation.to()), false)));
    }

    private void note(String finding) {
        context.notes().accept(finding);
    }
}
