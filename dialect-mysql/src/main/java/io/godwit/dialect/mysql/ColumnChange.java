package io.godwit.dialect.mysql;

import io.godwit.dialect.ValueType;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.EngineObject;
import io.godwit.schema.Index;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Statements that change one column and leave all that was not named as it is: MODIFY restates the whole column. */
final class ColumnChange {

    private static final String MADE = "godwit_new_value";

    private final MySqlText text;
    private final Table table;
    private final Column column;

    ColumnChange(MySqlText text, Table table, Column column) {
        this.text = text;
        this.table = table;
        this.column = column;
    }

    /** One clause of ALTER TABLE. */
    String modify(Column changed) {
        return "MODIFY COLUMN " + text.column(table, changed) + text.columnCheck(table, changed);
    }

    String alter(List<String> clauses) {
        return "ALTER TABLE " + text.name(table.name()) + " " + String.join(", ", clauses);
    }

    String alter(String clause) {
        return alter(List.of(clause));
    }

    /** The column with another type, its default with it. */
    Column retyped(ColumnType type) {
        Column retyped = column.withType(type);
        Value value = column.defaultValue();
        boolean number = ValueType.of(type).isNumber();
        if (value instanceof Literal literal && literal.kind() == Literal.Kind.BOOLEAN && number) {
            return retyped.withDefaultValue(
                    new Literal(Literal.Kind.NUMBER, literal.text().equals("true") ? "1" : "0"));
        }
        if (value instanceof Literal literal) {
            requireValue(literal, type);
        }
        return retyped;
    }

    private void requireValue(Literal literal, ColumnType type) {
        try {
            text.syntax().literal(literal, type);
        } catch (IllegalArgumentException e) {
            throw text.refuse(
                    "changeType of " + table.name() + "." + column.name(),
                    "its default '" + literal.text() + "' is no value of type " + type,
                    "dropDefault before it, and setDefault after it");
        }
    }

    /** Drops and makes the check that is part of an enum's type. */
    List<String> enumCheck(Column changed) {
        List<String> clauses = new ArrayList<>();
        if (text.enumCheck(table.name(), column).equals(text.enumCheck(table.name(), changed))) {
            return clauses;
        }
        text.enumCheck(table.name(), column)
                .ifPresent(check -> clauses.add(text.dropCheck() + text.name(checkName(check.name()))));
        text.enumCheck(table.name(), changed)
                .ifPresent(check -> clauses.add("ADD " + text.constraint(table.name(), check)));
        return clauses;
    }

    private static Name checkName(@Nullable Name name) {
        return Objects.requireNonNull(name);
    }

    /** To another type, every value as the engine itself converts it. */
    List<String> direct(Column changed) {
        List<String> clauses = new ArrayList<>(enumCheck(changed).stream()
                .filter(clause -> clause.startsWith("DROP"))
                .toList());
        List<String> adds = new ArrayList<>();
        indexes(changed, clauses, adds);
        clauses.add(modify(changed));
        enumCheck(changed).stream().filter(clause -> clause.startsWith("ADD")).forEach(clauses::add);
        clauses.addAll(adds);
        return List.of(alter(clauses));
    }

    /** A text that has no length any more is indexed in another way, or the other way round. */
    private void indexes(Column changed, List<String> drops, List<String> adds) {
        if (text.isLarge(column) == text.isLarge(changed)) {
            return;
        }
        Table after = table.withColumns(table.columns().stream()
                .map(other -> other.name().equals(column.name()) ? changed : other)
                .toList());
        MySqlIndexes old = new MySqlIndexes(text, table, note -> {});
        MySqlIndexes made = new MySqlIndexes(text, after, note -> {});
        for (Index index : table.indexes()) {
            if (!old.add(index).equals(made.add(index))) {
                drops.addAll(old.drop(index));
                adds.addAll(made.add(index));
            }
        }
    }

    /**
     * To another type by an expression of the row. The new values wait in a column of their own while this one is empty and changes
     * its type, so that its place, its indexes and its keys stay; triggers are away meanwhile.
     */
    List<String> by(String expression, Column changed) {
        if (table.primaryKey() != null && table.primaryKey().columns().contains(column.name())) {
            throw text.refuse(
                    "changeType of " + table.name() + "." + column.name() + " by an expression",
                    "the primary key holds it",
                    "dropPrimaryKey before it, and addPrimaryKey after it");
        }
        Name made = Name.of(MADE);
        String name = text.name(column.name());
        String update = "UPDATE " + text.name(table.name()) + " SET ";
        Column empty = column.withNullable(true).withDefaultValue(null);
        List<String> statements = new ArrayList<>();
        statements.add(alter("ADD COLUMN " + text.name(made) + " " + type(changed)));
        statements.add(update + text.name(made) + " = " + expression + untouched());
        List<String> free = new ArrayList<>(enumCheck(changed.withType(SimpleType.TEXT)));
        free.add(modify(empty));
        statements.add(alter(free));
        statements.add(update + name + " = NULL" + untouched());
        List<String> clauses = new ArrayList<>();
        List<String> adds = new ArrayList<>();
        indexes(changed, clauses, adds);
        clauses.add(modify(empty.withType(changed.type())));
        clauses.addAll(adds);
        statements.add(alter(clauses));
        statements.add(update + name + " = " + text.name(made) + untouched());
        List<String> last = new ArrayList<>(List.of(modify(changed), "DROP COLUMN " + text.name(made)));
        text.enumCheck(table.name(), changed)
                .ifPresent(check -> last.add("ADD " + text.constraint(table.name(), check)));
        statements.add(alter(last));
        return aroundTriggers(statements);
    }

    /** Columns that the engine would set to the time of the UPDATE keep what they have where it is said. */
    String untouched() {
        return table.columns().stream()
                .filter(other -> !other.name().equals(column.name()) && text.isTouched(other))
                .map(other -> ", " + text.name(other.name()) + " = " + text.name(other.name()))
                .collect(Collectors.joining());
    }

    private String type(Column changed) {
        String collation = text.collation(changed);
        return text.type(changed.type()) + (collation.isEmpty() ? "" : " " + collation);
    }

    /** What Godwit does to rows to change a column's type is no change that a trigger is meant for. */
    List<String> aroundTriggers(List<String> statements) {
        List<String> around = new ArrayList<>();
        table.triggers()
                .forEach(trigger ->
                        MySqlTrigger.names(trigger).forEach(name -> around.add("DROP TRIGGER " + text.name(name))));
        List<EngineObject> others = table.others().stream()
                .filter(other -> other.kind().equals("trigger"))
                .toList();
        others.forEach(other -> around.add("DROP TRIGGER " + text.name(other.name())));
        around.addAll(statements);
        table.triggers().forEach(trigger -> around.addAll(new MySqlTrigger(text, table, trigger).create()));
        others.forEach(other -> around.add(other.sql()));
        return around;
    }

    /** The engine's expression of the new value; empty where MODIFY converts as PostgreSQL does. */
    Optional<String> conversion(ColumnType type) {
        return new TypeConversion(text, text.name(column.name()), column.type(), type).expression();
    }
}
