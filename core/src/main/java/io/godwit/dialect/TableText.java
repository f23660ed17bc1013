package io.godwit.dialect;

import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Constraint;
import io.godwit.schema.Expression;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Generated;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import io.godwit.schema.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The text of definitions: tables, columns, constraints and indexes. An engine overrides what differs. */
public class TableText {

    private static final Set<String> PRIVILEGES =
            Set.of("all", "select", "insert", "update", "delete", "references", "trigger", "truncate");

    private final Dialect dialect;
    private final RenderContext context;

    public TableText(Dialect dialect, RenderContext context) {
        this.dialect = dialect;
        this.context = context;
    }

    protected final Dialect dialect() {
        return dialect;
    }

    protected final RenderContext context() {
        return context;
    }

    /** The quoted name; a name that the engine would cut is refused. */
    public final String name(Name name) {
        int bytes = name.text().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > dialect.naming().maximumBytes()) {
            throw new UnsupportedByDialectException(new Unsupported(
                    dialect.engine(),
                    "the name " + name,
                    "it has " + bytes + " bytes and the engine keeps "
                            + dialect.naming().maximumBytes(),
                    "a shorter name"));
        }
        checkName(name);
        return dialect.syntax().name(name);
    }

    /** Refuses a name that the engine would change for other reasons than its length. */
    protected void checkName(Name name) {}

    public final String name(TableName name) {
        if (dialect.supports(Feature.SCHEMAS)) {
            name.schema().ifPresent(this::name);
            name(name.name());
        } else {
            name(name.folded());
        }
        return dialect.syntax().table(name);
    }

    public final String names(List<Name> names) {
        return names.stream().map(this::name).collect(Collectors.joining(", "));
    }

    public final String expression(Expression expression, @Nullable TableName table) {
        return context.translator().expression(expression, table, context.schema());
    }

    /** As {@link #expression}, where a condition stands. */
    public final String condition(Expression expression, @Nullable TableName table) {
        return context.translator().condition(expression, table, context.schema());
    }

    /** A literal or expression as a value for a column of that type. */
    public String value(Value value, @Nullable ColumnType type, @Nullable TableName table) {
        return value instanceof Expression expression
                ? context.translator().value(expression, type, table, context.schema())
                : dialect.syntax().literal((Literal) value, type);
    }

    /** The physical type: the host's choice if it made one. */
    public String type(ColumnType type) {
        String written = type.toString();
        int bracket = written.indexOf('(');
        String bare = bracket < 0 ? written : written.substring(0, bracket);
        String chosen = context.typeMapping()
                .getOrDefault(written, context.typeMapping().get(bare));
        return chosen == null ? dialect.syntax().type(type) : chosen;
    }

    /** CREATE TABLE with every constraint in it, without its indexes. */
    public String createTable(Table given, boolean ifNotExists) {
        Table table = given.normalised(dialect.naming());
        List<String> parts = new ArrayList<>();
        table.columns().forEach(column -> parts.add(column(table, column)));
        constraints(table).forEach(constraint -> parts.add(constraint(table.name(), constraint)));
        return "CREATE TABLE " + (ifNotExists ? "IF NOT EXISTS " : "") + name(table.name()) + " (\n  "
                + String.join(",\n  ", parts) + "\n)";
    }

    /** The constraints that CREATE TABLE states after the columns. */
    protected List<Constraint> constraints(Table table) {
        List<Constraint> constraints = new ArrayList<>();
        PrimaryKey key = table.primaryKey();
        if (key != null) {
            constraints.add(key);
        }
        constraints.addAll(table.uniques());
        constraints.addAll(table.foreignKeys());
        constraints.addAll(table.checks());
        return constraints;
    }

    /** One column of CREATE TABLE: name, type, and what is said of it alone. */
    public String column(Table table, Column column) {
        StringBuilder text = new StringBuilder(name(column.name())).append(' ').append(type(column.type()));
        String collation = collation(column);
        if (!collation.isEmpty()) {
            text.append(' ').append(collation);
        }
        if (column.identity()) {
            text.append(' ').append(identity());
        }
        Generated generated = column.generated();
        if (generated != null) {
            text.append(' ').append(generated(generated, column.type(), table.name()));
        }
        Value defaultValue = column.defaultValue();
        if (defaultValue != null) {
            text.append(" DEFAULT ").append(value(defaultValue, column.type(), table.name()));
        }
        if (!column.nullable()) {
            text.append(" NOT NULL");
        }
        return text.toString();
    }

    /** One column of ALTER TABLE … ADD COLUMN, with its constraints, named. */
    public String addedColumn(TableName table, Column column) {
        Table alone = Table.of(table, List.of(column)).normalised(dialect.naming());
        StringBuilder text = new StringBuilder(column(alone, alone.columns().get(0)));
        for (Constraint constraint : constraints(alone)) {
            text.append(' ').append(inline(constraint, table));
        }
        return text.toString();
    }

    private String inline(Constraint constraint, TableName table) {
        String whole = constraint(table, constraint);
        if (constraint instanceof Check) {
            return whole;
        }
        Name constraintName = constraint.name();
        String prefix = constraintName == null ? "" : "CONSTRAINT " + name(constraintName) + " ";
        if (constraint instanceof ForeignKey foreignKey) {
            return prefix + references(foreignKey);
        }
        return prefix + (constraint instanceof PrimaryKey ? "PRIMARY KEY" : "UNIQUE");
    }

    protected String identity() {
        return "GENERATED BY DEFAULT AS IDENTITY";
    }

    /** COLLATE and a name, or nothing. */
    protected String collation(Column column) {
        return "";
    }

    /** What a row has there, as an assignment to a column of that type would convert it. */
    protected String generated(Generated generated, ColumnType type, TableName table) {
        return "GENERATED ALWAYS AS (" + value(generated.expression(), type, table) + ")"
                + (generated.stored() ? " STORED" : " VIRTUAL");
    }

    /** A constraint as ALTER TABLE … ADD and CREATE TABLE write it. */
    public String constraint(TableName table, Constraint constraint) {
        Name constraintName = constraint.name();
        String prefix = constraintName == null ? "" : "CONSTRAINT " + name(constraintName) + " ";
        if (constraint instanceof PrimaryKey key) {
            return prefix + "PRIMARY KEY (" + names(key.columns()) + ")";
        }
        if (constraint instanceof UniqueKey unique) {
            return prefix + "UNIQUE (" + names(unique.columns()) + ")";
        }
        if (constraint instanceof ForeignKey foreignKey) {
            return prefix + "FOREIGN KEY (" + names(foreignKey.columns()) + ") " + references(foreignKey);
        }
        return prefix + "CHECK (" + condition(((Check) constraint).expression(), table) + ")";
    }

    protected String references(ForeignKey key) {
        return "REFERENCES " + name(key.table()) + " (" + names(key.referenced()) + ")"
                + action("DELETE", key.onDelete())
                + action("UPDATE", key.onUpdate());
    }

    private static String action(String event, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : " ON " + event + " " + action.sql();
    }

    /** CREATE INDEX for an index that has its name. */
    public String createIndex(TableName table, Index index, boolean ifNotExists) {
        return createIndex(table, index, ifNotExists ? "IF NOT EXISTS " : "");
    }

    /** As the other, with the words, each followed by a blank, that stand between INDEX and the name. */
    protected final String createIndex(TableName table, Index index, String words) {
        Name indexName = index.name();
        Expression where = index.where();
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + words
                + (indexName == null ? "" : name(indexName) + " ")
                + "ON " + name(table) + indexMethod(index) + " (" + indexColumns(table, index) + ")"
                + (index.include().isEmpty() ? "" : " INCLUDE (" + names(index.include()) + ")")
                + (where == null ? "" : " WHERE " + condition(where, table));
    }

    /** All parts of an index. */
    protected String indexColumns(TableName table, Index index) {
        return index.columns().stream()
                .map(part -> indexColumn(table, index, part))
                .collect(Collectors.joining(", "));
    }

    /** {@code  USING method}, with its leading space, or nothing. */
    protected String indexMethod(Index index) {
        return "";
    }

    /** One part of an index. */
    protected String indexColumn(TableName table, Index index, IndexColumn part) {
        Name column = part.name();
        Expression expression = part.expression();
        String what =
                column != null ? name(column) : expression == null ? "" : "(" + expression(expression, table) + ")";
        Boolean nullsFirst = part.nullsFirst();
        return what
                + (part.descending() ? " DESC" : "")
                + (nullsFirst == null ? "" : nullsFirst ? " NULLS FIRST" : " NULLS LAST");
    }

    /** A list of privileges, checked, for they stand in SQL text unquoted. */
    public String privileges(List<String> privileges) {
        List<String> words = privileges.stream()
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .toList();
        words.stream().filter(word -> !PRIVILEGES.contains(word)).findFirst().ifPresent(word -> {
            throw new UnsupportedByDialectException(new Unsupported(
                    dialect.engine(), "privilege " + word, "it is no privilege on a table", "one of " + PRIVILEGES));
        });
        return String.join(", ", words).toUpperCase(Locale.ROOT);
    }
}
