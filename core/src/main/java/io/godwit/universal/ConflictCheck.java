package io.godwit.universal;

import io.godwit.dialect.Clause;
import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.Trigger;
import io.godwit.schema.View;
import io.godwit.universal.StatementTree.Assignment;
import io.godwit.universal.StatementTree.Conflict;
import io.godwit.universal.StatementTree.With;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses the ON CONFLICT that would mean something else on the engine, or nothing on PostgreSQL. For one thread. */
final class ConflictCheck {

    private final Translation translation;
    private final TableName name;
    private final @Nullable Table table;
    private final Conflict conflict;
    private final ProposedRows rows;
    private final With with;

    ConflictCheck(Translation translation, TableName name, Conflict conflict, ProposedRows rows, With with) {
        this.translation = translation;
        this.name = name;
        this.table = translation.schema().table(name).orElse(null);
        this.conflict = conflict;
        this.rows = rows;
        this.with = with;
    }

    /** The keys that a row may share with another, with all that they and the assignments read in the rows. */
    List<List<Name>> met(List<List<Name>> keys) {
        List<List<Name>> met = keys.stream().filter(this::canMeet).toList();
        Set<Name> read = excluded();
        rows.include(read, conflict.at());
        met.forEach(key -> {
            rows.include(key, conflict.at());
            read.addAll(key);
        });
        requireNoTrigger(read);
        if (!conflict.assignments().isEmpty() && !met.isEmpty()) {
            requireOtherColumns(met.get(0));
            requireOnce(met.get(0));
            requireOtherTables();
        }
        return met;
    }

    /** A new number, and NULL, are never there already. */
    private boolean canMeet(List<Name> key) {
        return key.stream().allMatch(part -> {
            Column column = table == null ? null : table.column(part).orElse(null);
            return column == null
                    || rows.gives(part)
                    || (!column.identity() && (column.defaultValue() != null || column.generated() != null));
        });
    }

    /** The columns of {@code excluded} that the author names. */
    private Set<Name> excluded() {
        Set<Name> columns = new LinkedHashSet<>();
        List<Token> tokens = new Lexer(translation.source()).tokens();
        for (int index = 0; index + 2 < tokens.size(); index++) {
            boolean named = tokens.get(index).start() > conflict.at()
                    && tokens.get(index).text().equals("excluded")
                    && tokens.get(index + 1).isSymbol(".");
            if (named && !tokens.get(index + 2).isSymbol("*")) {
                columns.add(Name.of(tokens.get(index + 2).text()));
            }
        }
        return columns;
    }

    static KeyValues values(ProposedRows rows, List<Name> key) {
        List<Name> columns = rows.columns();
        KeyValues values = KeyValues.of(rows.rows().stream()
                .map(row ->
                        key.stream().map(part -> row.get(columns.indexOf(part))).toList())
                .toList());
        return values == KeyValues.DIFFER && rows.rows().size() > 1 && !rows.areComparedExactly(key)
                ? KeyValues.UNKNOWN
                : values;
    }

    /** PostgreSQL's triggers have set the new row before its key is compared. */
    private void requireNoTrigger(Set<Name> read) {
        if (table == null) {
            return;
        }
        for (Trigger trigger : table.triggers()) {
            boolean early = trigger.timing() == Trigger.Timing.BEFORE
                    && trigger.events().contains(Trigger.Event.INSERT);
            for (Name column : trigger.set().keySet()) {
                if (early && read.contains(column)) {
                    throw translation.unsupported(
                            conflict.at(),
                            "ON CONFLICT where the trigger " + trigger.name() + " sets " + column,
                            "the trigger does so for rows that are inserted, and the statement reads it before",
                            "two statements: UPDATE, and INSERT … SELECT … WHERE NOT EXISTS");
                }
            }
        }
    }

    /** A row whose key changes could not be told from one that is missing. */
    private void requireOtherColumns(List<Name> key) {
        if (translation.has(Clause.ON_CONFLICT)) {
            return;
        }
        for (Assignment assignment : conflict.assignments()) {
            for (Name column : assignment.columns()) {
                if (key.contains(column) && !isItself(assignment.value(), column)) {
                    throw translation.unsupported(
                            assignment.at(),
                            "DO UPDATE of " + column + ", a column of the key",
                            "the engine takes two statements, and the second would not find the row any more",
                            "an UPDATE after it");
                }
            }
        }
    }

    static boolean isItself(Node value, Name column) {
        return value instanceof Node.ColumnReference reference
                && reference.name().equals(column)
                && reference.qualifiers().equals(List.of(ConflictRewriting.EXCLUDED));
    }

    private void requireOnce(List<Name> key) {
        if (values(rows, key) == KeyValues.REPEAT) {
            throw translation.unsupported(
                    conflict.at(),
                    "DO UPDATE with two rows of the same " + key,
                    "PostgreSQL fails too: it does not change a row a second time",
                    "one row for each key");
        }
    }

    /** One statement would see the table as it was, and the later ones of several must not see what the first did. */
    void requireOtherTables() {
        if (translation.has(Clause.ON_CONFLICT)) {
            return;
        }
        Scope scope = new Scope(null);
        new QueryWriter(translation, scope).with(with.tables(), with.recursive(), with.at(), scope);
        new RelationWriter(translation, scope).write(rows.relation(ConflictRewriting.EXCLUDED));
        for (TableName read : scope.tablesRead()) {
            if (read.equals(name) || mayRead(read)) {
                throw translation.unsupported(
                        conflict.at(),
                        "ON CONFLICT with rows that are read from " + read,
                        "the engine takes several statements, and the later ones would read what the first has changed",
                        "an UPDATE, then an INSERT … SELECT … ON CONFLICT DO NOTHING");
            }
        }
    }

    /** Whether what is set, or WHERE, reads the table itself, which PostgreSQL shows it as it was before. */
    boolean rereads(Name label) {
        Scope scope = new Scope(null);
        Columns columns = new KnownColumns(translation).of(name);
        scope.add(label, columns);
        scope.add(ConflictRewriting.EXCLUDED, columns);
        ExpressionWriter expressions = new ExpressionWriter(translation, scope);
        conflict.assignments().stream()
                .map(Assignment::value)
                .filter(value -> !ProposedRows.isDefault(value))
                .forEach(expressions::write);
        Node where = conflict.where();
        if (where != null) {
            expressions.condition(where);
        }
        return scope.tablesRead().stream().anyMatch(read -> read.equals(name) || mayRead(read));
    }

    private boolean mayRead(TableName relation) {
        View view = translation.schema().view(relation).orElse(null);
        return view != null
                && (view.query().text().contains(name.name().text())
                        || translation.schema().views().stream()
                                .anyMatch(other -> view.query()
                                        .text()
                                        .contains(other.name().name().text())));
    }

    /** PostgreSQL checks NOT NULL before it looks for the key. */
    void requireFilled() {
        if (table == null) {
            return;
        }
        List<Name> filled = new ArrayList<>(rows.columns());
        table.triggers().forEach(trigger -> filled.addAll(trigger.set().keySet()));
        for (Column column : table.columns()) {
            boolean empty = !column.nullable()
                    && column.defaultValue() == null
                    && !column.identity()
                    && column.generated() == null;
            if (empty && !filled.contains(column.name())) {
                throw translation.unsupported(
                        conflict.at(),
                        "ON CONFLICT of rows without " + column.name(),
                        "it is NOT NULL and has no default, so that PostgreSQL refuses them even where they are in conflict",
                        "a value for " + column.name());
            }
        }
    }
}
