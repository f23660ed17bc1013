package io.godwit.dialect.sqlite;

import io.godwit.dialect.sqlite.ParsedColumn.ParsedCheck;
import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.EngineObject;
import io.godwit.schema.Expression;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Generated;
import io.godwit.schema.Index;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a table of its CREATE statement and those of what belongs to it. */
final class TableReader {

    private final ParsedTable parsed;
    private final TableName name;
    private final KeyLookup keys;
    private final List<Check> checks = new ArrayList<>();
    private final List<EngineObject> others = new ArrayList<>();

    /** The primary key of another table, for a foreign key that does not say what it refers to. */
    interface KeyLookup {
        List<String> primaryKey(String table) throws SQLException;
    }

    /** @param name what the table is called in the answer */
    TableReader(CatalogEntry entry, TableName name, KeyLookup keys) {
        this.parsed = TableParser.parse(entry.sql());
        this.name = name;
        this.keys = keys;
    }

    /** @param belonging the table's indexes and triggers */
    Table read(List<CatalogEntry> belonging) throws SQLException {
        parsed.options().forEach(option -> others.add(option.object()));
        List<Column> columns = new ArrayList<>();
        for (ParsedColumn column : parsed.columns()) {
            columns.add(column(column));
        }
        parsed.checks().forEach(check -> checks.add(check(check)));
        List<UniqueKey> uniques = new ArrayList<>();
        List<ForeignKey> foreignKeys = new ArrayList<>();
        for (ParsedKey key : parsed.keys()) {
            if (key.kind() == ParsedKey.Kind.UNIQUE) {
                uniques.add(new UniqueKey(optional(key.name()), names(key.columns())));
            } else if (key.kind() == ParsedKey.Kind.FOREIGN) {
                foreignKeys.add(foreignKey(key));
            }
        }
        Table table = Table.of(name, columns)
                .withPrimaryKey(primaryKey())
                .withUniques(uniques)
                .withForeignKeys(foreignKeys)
                .withChecks(checks)
                .withComment(parsed.comment());
        keepSuffixes(table.normalised(SqliteDialect.NAMING));
        return withParts(table, belonging).normalised(SqliteDialect.NAMING);
    }

    /** Keys stand in the parsed table in the order in which they stand in the other. */
    private void keepSuffixes(Table named) {
        int unique = 0;
        int foreign = 0;
        for (ParsedKey key : parsed.keys()) {
            Name constraint = switch (key.kind()) {
                case PRIMARY ->
                    named.primaryKey() == null ? null : named.primaryKey().name();
                case UNIQUE -> named.uniques().get(unique++).name();
                case FOREIGN -> named.foreignKeys().get(foreign++).name();
            };
            if (constraint != null && !key.suffix().isEmpty() && !key.suffix().equals("DESC")) {
                others.add(SqliteOptions.ofConstraint(constraint, key.suffix()));
            }
            if (constraint != null && !key.parts().isEmpty()) {
                others.add(SqliteOptions.ofConstraint(SqliteOptions.parts(constraint), key.parts()));
            }
        }
        for (ParsedColumn column : parsed.columns()) {
            if (!column.notNullConflict().isEmpty()) {
                others.add(SqliteOptions.ofConstraint(
                        SqliteOptions.notNull(Name.of(column.name())), column.notNullConflict()));
            }
        }
    }

    private Table withParts(Table table, List<CatalogEntry> belonging) {
        List<Index> indexes = new ArrayList<>();
        TriggerReader triggers = new TriggerReader(name);
        for (CatalogEntry entry : belonging) {
            if (entry.type().equals("index")) {
                Index index = IndexReader.read(entry.sql(), table);
                if (index == null) {
                    others.add(new EngineObject("index", Name.of(entry.name()), entry.sql()));
                } else {
                    indexes.add(index);
                }
            } else if (entry.type().equals("trigger") && !triggers.add(entry.sql())) {
                others.add(new EngineObject("trigger", Name.of(entry.name()), entry.sql()));
            }
        }
        return table.withIndexes(indexes).withTriggers(triggers.triggers()).withOthers(others);
    }

    private Column column(ParsedColumn column) {
        boolean identity = isNumbered(column);
        if (identity && !column.autoincrement()) {
            others.add(SqliteOptions.REUSED_NUMBERS.object());
        }
        SqliteTypeReader reader = new SqliteTypeReader(column, identity);
        ColumnType type = reader.type();
        keepWords(column, type, identity);
        for (ParsedCheck check : column.checks()) {
            if (!check.equals(reader.check())) {
                checks.add(check(check));
            }
        }
        String generated = column.generated();
        String collation = column.collation();
        return Column.of(column.name(), type)
                .withNullable(!column.notNull())
                .withIdentity(identity)
                .withGenerated(
                        generated == null
                                ? null
                                : new Generated(Expression.ofEngine(expression(generated)), column.stored()))
                .withDefaultValue(column.defaultText() == null ? null : DefaultReader.read(column.defaultText(), type))
                .withCollation(collation == null || collation.equalsIgnoreCase("BINARY") ? null : collation)
                .withComment(column.comment());
    }

    /** The words for a type that Godwit would write in others; it writes INT itself for a key that is not the rowid. */
    private void keepWords(ParsedColumn column, ColumnType type, boolean identity) {
        String written = new SqliteSyntax().type(type);
        boolean alike = column.declared().equalsIgnoreCase(written)
                || (column.declared().equalsIgnoreCase("INT") && isKeyAlone(column));
        if (!identity && !alike) {
            others.add(SqliteOptions.ofConstraint(SqliteOptions.declared(Name.of(column.name())), column.declared()));
        }
    }

    private boolean isKeyAlone(ParsedColumn column) {
        return parsed.keys().stream()
                .anyMatch(key -> key.kind() == ParsedKey.Kind.PRIMARY
                        && key.columns().size() == 1
                        && key.columns().get(0).equalsIgnoreCase(column.name()));
    }

    /** INTEGER PRIMARY KEY, which is the rowid: https://sqlite.org/lang_createtable.html#rowid. */
    private boolean isNumbered(ParsedColumn column) {
        return column.declared().equalsIgnoreCase("INTEGER")
                && !parsed.options().contains(SqliteOptions.WITHOUT_ROWID)
                && parsed.keys().stream()
                        .noneMatch(key -> key.kind() == ParsedKey.Kind.PRIMARY
                                && key.suffix().equals("DESC"))
                && isKeyAlone(column);
    }

    private @Nullable PrimaryKey primaryKey() {
        return parsed.keys().stream()
                .filter(key -> key.kind() == ParsedKey.Kind.PRIMARY)
                .findFirst()
                .map(key -> new PrimaryKey(optional(key.name()), names(key.columns())))
                .orElse(null);
    }

    private ForeignKey foreignKey(ParsedKey key) throws SQLException {
        ParsedKey.Target target = key.target();
        if (target == null) {
            throw new IllegalStateException("a foreign key without a target");
        }
        List<String> referenced = target.columns().isEmpty() ? keys.primaryKey(target.table()) : target.columns();
        TableName table = target.table().equalsIgnoreCase(parsed.name()) ? name : TableName.of(target.table());
        List<Name> own = names(key.columns());
        return new ForeignKey(
                optional(key.name()),
                own,
                table,
                referenced.size() == own.size()
                        ? referenced.stream().map(Name::of).toList()
                        : own,
                target.onDelete(),
                target.onUpdate());
    }

    private Check check(ParsedCheck check) {
        return new Check(optional(check.name()), Expression.ofEngine(expression(check.condition())));
    }

    /** Without the table's own name before its columns: while a table is rebuilt it has another. */
    private String expression(String kept) {
        String expression = EngineText.of(
                kept, parsed.columns().stream().map(ParsedColumn::name).toList());
        StringBuilder text = new StringBuilder();
        List<Token> tokens = Lexer.tokens(expression);
        int copied = 0;
        for (int at = 0; at + 1 < tokens.size(); at++) {
            if (tokens.get(at).names(parsed.name()) && tokens.get(at + 1).is(".")) {
                text.append(expression, copied, tokens.get(at).start());
                copied = tokens.get(at + 1).end();
            }
        }
        return text.append(expression.substring(copied)).toString();
    }

    /** Names as the columns have them, whatever case a key writes them in. */
    private List<Name> names(List<String> written) {
        return written.stream()
                .map(one -> parsed.columns().stream()
                        .map(ParsedColumn::name)
                        .filter(one::equalsIgnoreCase)
                        .findFirst()
                        .orElse(one))
                .map(Name::of)
                .toList();
    }

    private static @Nullable Name optional(@Nullable String text) {
        return text == null || text.isBlank() ? null : Name.of(text);
    }
}
