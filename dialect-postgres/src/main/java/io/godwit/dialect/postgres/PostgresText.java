package io.godwit.dialect.postgres;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.TableText;
import io.godwit.schema.ArrayType;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.Generated;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.IndexMethod;
import io.godwit.schema.Name;
import io.godwit.schema.Partition;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.Optional;
import java.util.stream.Collectors;

/** PostgreSQL's definitions, as far as they differ from the standard. */
final class PostgresText extends TableText {

    private final PostgresVersion version;

    PostgresText(Dialect dialect, RenderContext context, PostgresVersion version) {
        super(dialect, context);
        this.version = version;
    }

    @Override
    public String createTable(Table given, boolean ifNotExists) {
        Partition partition = given.partition();
        return super.createTable(given, ifNotExists)
                + (partition == null
                        ? ""
                        : " PARTITION BY " + partition.kind() + " (" + names(partition.columns()) + ")");
    }

    @Override
    public String column(Table table, Column column) {
        return super.column(table, column)
                + enumCheck(table.name(), column.name(), column.type())
                        .map(check -> " " + check)
                        .orElse("");
    }

    /** The named check of an enum's type; empty for every other type. */
    Optional<String> enumCheck(TableName table, Name column, ColumnType type) {
        return PostgresEnum.of(type)
                .map(values -> "CONSTRAINT " + name(dialect().naming().enumCheck(table, column)) + " CHECK ("
                        + values.condition(column, dialect().syntax()) + ")");
    }

    /** The database's own collation compares exactly already: only nondeterministic ones do not, and no database has one. */
    @Override
    protected String collation(Column column) {
        String collation = column.collation();
        return collation == null || collation.equals("native") ? "" : "COLLATE " + name(TableName.parse(collation));
    }

    /** Before 18 a generated column is always stored. */
    @Override
    protected String generated(Generated generated, ColumnType type, TableName table) {
        boolean stored = generated.stored() || !version.atLeast(18);
        if (stored && !generated.stored()) {
            context().notes().accept("PostgreSQL " + version + " stores every generated column");
        }
        return super.generated(new Generated(generated.expression(), stored), type, table);
    }

    String concurrentIndex(TableName table, Index index, boolean ifNotExists) {
        return createIndex(table, index, "CONCURRENTLY " + (ifNotExists ? "IF NOT EXISTS " : ""));
    }

    @Override
    protected String indexMethod(Index index) {
        return switch (index.method()) {
            case BTREE -> "";
            case JSON, FULLTEXT -> " USING gin";
            case VECTOR -> " USING hnsw";
        };
    }

    /** Words of several columns are one document. */
    @Override
    protected String indexColumns(TableName table, Index index) {
        if (index.method() != IndexMethod.FULLTEXT) {
            return super.indexColumns(table, index);
        }
        return index.columns().stream()
                .map(part -> "coalesce(" + indexed(table, part) + ", '')")
                .collect(Collectors.joining(" || ' ' || ", "to_tsvector('simple', ", ")"));
    }

    @Override
    protected String indexColumn(TableName table, Index index, IndexColumn part) {
        return switch (index.method()) {
            case BTREE, FULLTEXT -> super.indexColumn(table, index, part);
            case JSON -> indexed(table, part) + (isArray(table, part) ? "" : " jsonb_path_ops");
            case VECTOR -> indexed(table, part) + " vector_cosine_ops";
        };
    }

    private String indexed(TableName table, IndexColumn part) {
        Name column = part.name();
        Expression expression = part.expression();
        if (column != null) {
            return name(column);
        }
        return expression == null ? "" : "(" + expression(expression, table) + ")";
    }

    private boolean isArray(TableName table, IndexColumn part) {
        Name column = part.name();
        return column != null
                && context()
                        .schema()
                        .table(table)
                        .flatMap(known -> known.column(column))
                        .filter(known -> known.type() instanceof ArrayType)
                        .isPresent();
    }
}
