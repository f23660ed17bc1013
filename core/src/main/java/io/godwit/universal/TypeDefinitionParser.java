package io.godwit.universal;

import io.godwit.dialect.ViewGraph;
import io.godwit.operation.Operation;
import io.godwit.operation.Row;
import io.godwit.operation.SetDefault;
import io.godwit.operation.UpdateRows;
import io.godwit.schema.Column;
import io.godwit.schema.EnumType;
import io.godwit.schema.Expression;
import io.godwit.schema.Index;
import io.godwit.schema.Literal;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads CREATE TYPE, CREATE DOMAIN and ALTER TYPE, from behind these words; what they define is remembered. For one thread. */
final class TypeDefinitionParser {

    private final Reading reading;
    private final TokenReader tokens;

    TypeDefinitionParser(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    List<Operation> type() {
        TableName name = reading.tableName();
        int at = tokens.at();
        if (!tokens.accept("as", "enum")) {
            throw reading.unsupported(
                    at,
                    "CREATE TYPE " + name,
                    "of types of one's own, Godwit knows enumerations and domains",
                    "columns, or jsonb");
        }
        List<String> values = new ArrayList<>();
        tokens.expectSymbol("(");
        do {
            values.add(reading.string("a value"));
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
        tokens.expectEnd();
        reading.definitions().define(name, DefinedType.of(enumeration(at, values)));
        noteOrder(name, values);
        return List.of();
    }

    /** PostgreSQL compares values of an enumeration by their places. */
    private void noteOrder(TableName name, List<String> values) {
        if (!values.stream().sorted().toList().equals(values)) {
            reading.note(
                    "values of " + name
                            + " are kept as texts: what is not universal SQL orders them by their letters, not by their places in the type");
        }
    }

    private EnumType enumeration(int at, List<String> values) {
        try {
            return new EnumType(values);
        } catch (IllegalArgumentException why) {
            throw tokens.invalid(at, String.valueOf(why.getMessage()));
        }
    }

    List<Operation> domain() {
        TableName name = reading.tableName();
        tokens.accept("as");
        DeclaredType base = new ColumnTypeParser(reading).type();
        DefinedType under = base.defined();
        List<Expression> checks = new ArrayList<>(under == null ? List.of() : under.checks());
        boolean notNull = under != null && under.notNull();
        Value defaultValue = under == null ? null : under.defaultValue();
        ConstraintParser constraints = new ConstraintParser(reading);
        while (tokens.peek().kind() != Token.Kind.END) {
            constraints.name();
            if (tokens.accept("not", "null")) {
                notNull = true;
            } else if (tokens.accept("default")) {
                defaultValue = new DefaultParser(reading).value(base.type());
            } else if (tokens.accept("check")) {
                checks.add(reading.bracketedExpression());
            } else if (!tokens.accept("null")) {
                throw tokens.unexpected("NOT NULL, DEFAULT or CHECK is missing");
            }
        }
        reading.definitions().define(name, new DefinedType(base.type(), notNull, defaultValue, checks));
        return List.of();
    }

    List<Operation> alteredType() {
        int at = tokens.at();
        TableName name = reading.tableName();
        DefinedType known = reading.definitions().type(name).orElse(null);
        if (tokens.accept("owner", "to")) {
            tokens.takeRest();
            return List.of();
        }
        if (known == null || !(known.type() instanceof EnumType)) {
            throw reading.unsupported(
                    at,
                    "ALTER TYPE " + name,
                    "no enumeration of that name is known in this plugin",
                    "CREATE TYPE … AS ENUM before it");
        }
        if (tokens.accept("rename", "to")) {
            reading.definitions().renameType(name, name.sibling(tokens.name()));
            return List.of();
        } else if (tokens.accept("add", "value")) {
            return added(name, ((EnumType) known.type()).values());
        } else if (tokens.accept("rename", "value")) {
            return renamed(name, ((EnumType) known.type()).values());
        }
        throw reading.unsupported(
                at,
                "ALTER TYPE … " + tokens.peek().text(),
                "of an enumeration, values can be added and renamed",
                "ADD VALUE or RENAME VALUE");
    }

    private List<Operation> added(TableName name, List<String> values) {
        boolean ifNotExists = reading.ifNotExists();
        int at = tokens.at();
        String value = reading.string("a value");
        if (ifNotExists && values.contains(value)) {
            tokens.takeRest();
            return List.of();
        }
        List<String> more = new ArrayList<>(values);
        more.add(place(values), value);
        tokens.expectEnd();
        EnumType type = enumeration(at, more);
        noteOrder(name, more);
        List<Operation> operations = reading.definitions().changed(name, type);
        reading.definitions().define(name, DefinedType.of(type));
        return operations;
    }

    /** Rows take the new value while both are allowed. */
    private List<Operation> renamed(TableName name, List<String> values) {
        int at = tokens.at();
        String from = reading.string("a value");
        tokens.expect("to");
        String to = reading.string("a value");
        tokens.expectEnd();
        if (!values.contains(from)) {
            throw tokens.invalid(at, "the type has no such value; it has " + values);
        }
        List<String> both = new ArrayList<>(values);
        both.add(to);
        EnumType wider = enumeration(at, both);
        List<String> after = new ArrayList<>(values);
        after.set(after.indexOf(from), to);
        EnumType type = enumeration(at, after);
        List<Operation> operations = new ArrayList<>(reading.definitions().changed(name, wider));
        for (ColumnPlace place : reading.definitions().columns(name)) {
            requireUnmentioned(at, place.table(), from);
            if (hasDefault(place, from)) {
                operations.add(new SetDefault(place.table(), place.column(), Literal.of(to)));
            }
            String column = QuotedName.of(place.column());
            operations.add(new UpdateRows(
                    place.table(),
                    new Row(Map.of(place.column(), Literal.of(to))),
                    Expression.of(column + " = '" + from.replace("'", "''") + "'")));
        }
        operations.addAll(reading.definitions().changed(name, type));
        reading.definitions().define(name, DefinedType.of(type));
        return operations;
    }

    private boolean hasDefault(ColumnPlace place, String value) {
        return reading.schema()
                .table(place.table())
                .flatMap(table -> table.column(place.column()))
                .map(Column::defaultValue)
                .filter(Literal.of(value)::equals)
                .isPresent();
    }

    /** PostgreSQL's conditions and views follow the value, ours hold its text. */
    private void requireUnmentioned(int at, TableName name, String value) {
        String written = "'" + value.replace("'", "''") + "'";
        Table table = reading.schema().table(name).orElse(null);
        boolean mentioned = new ViewGraph(reading.schema())
                .transitivelyOf(name).stream()
                        .anyMatch(view -> view.query().text().contains(written));
        if (table != null) {
            mentioned |= table.checks().stream()
                    .anyMatch(check -> check.expression().text().contains(written));
            mentioned |= table.indexes().stream()
                    .map(Index::where)
                    .anyMatch(where -> where != null && where.text().contains(written));
        }
        if (mentioned && !reading.passesUnknown()) {
            throw reading.unsupported(
                    at,
                    "RENAME VALUE of one that a check, an index or a view of " + name + " compares with",
                    "on other engines their texts would keep the old value",
                    "DROP of it before, and CREATE after it");
        }
    }

    private int place(List<String> values) {
        boolean before = tokens.accept("before");
        if (!before && !tokens.accept("after")) {
            return values.size();
        }
        int at = tokens.at();
        int neighbour = values.indexOf(reading.string("a value"));
        if (neighbour < 0) {
            throw tokens.invalid(at, "the type has no such value; it has " + values);
        }
        return before ? neighbour : neighbour + 1;
    }
}
