package io.godwit.universal;

import io.godwit.operation.AddCheck;
import io.godwit.operation.AddColumn;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.AddPrimaryKey;
import io.godwit.operation.AddUnique;
import io.godwit.operation.DropColumn;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameTable;
import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads ALTER TABLE, from behind TABLE. For one thread. */
final class AlterTableParser {

    private static final List<String> STORAGE = List.of(
            "set without cluster",
            "set without oids",
            "set tablespace",
            "set access method",
            "set logged",
            "set unlogged",
            "set",
            "reset",
            "cluster on",
            "replica identity");

    private final Reading reading;
    private final TokenReader tokens;
    private final ConstraintParser constraints;
    private final List<Operation> operations = new ArrayList<>();
    private final Set<Name> columns = new HashSet<>();
    private @Nullable UsualNames usual;

    AlterTableParser(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.constraints = new ConstraintParser(reading);
    }

    List<Operation> operations() {
        boolean ifExists = reading.ifExists();
        tokens.accept("only");
        TableName table = reading.tableName();
        tokens.acceptSymbol("*");
        if (ifExists
                && reading.schema().complete()
                && reading.schema().table(table).isEmpty()) {
            tokens.takeRest();
            return List.of();
        }
        if (tokens.accept("rename")) {
            return renaming(table);
        }
        do {
            action(table);
        } while (tokens.acceptSymbol(","));
        return drops(table) ? dropsLast() : operations;
    }

    /** Whether all columns that are there go; a table has one at every moment. */
    private boolean drops(TableName table) {
        Set<Name> dropped = operations.stream()
                .filter(DropColumn.class::isInstance)
                .map(operation -> ((DropColumn) operation).column())
                .collect(Collectors.toSet());
        return reading.schema()
                .table(table)
                .map(known -> known.columns().stream().map(Column::name).allMatch(dropped::contains))
                .orElse(false);
    }

    private List<Operation> dropsLast() {
        List<Operation> ordered = new ArrayList<>(operations);
        ordered.removeIf(DropColumn.class::isInstance);
        operations.stream().filter(DropColumn.class::isInstance).forEach(ordered::add);
        return ordered;
    }

    private List<Operation> renaming(TableName table) {
        int at = tokens.at();
        if (tokens.accept("to")) {
            return List.of(new RenameTable(table, table.sibling(tokens.name())));
        } else if (tokens.accept("constraint")) {
            Name from = tokens.name();
            tokens.expect("to");
            return new NamedConstraint(reading, table, from).renamed(at, tokens.name());
        }
        tokens.accept("column");
        Name from = tokens.name();
        tokens.expect("to");
        return List.of(new RenameColumn(table, from, tokens.name()));
    }

    private void action(TableName table) {
        int at = tokens.at();
        if (tokens.accept("add")) {
            add(table);
        } else if (tokens.accept("drop")) {
            drop(table);
        } else if (tokens.areWords("alter", "constraint")) {
            throw reading.unsupported(
                    at,
                    "ALTER CONSTRAINT",
                    "it changes only when a constraint is checked, and other engines check at once",
                    "nothing, or DROP CONSTRAINT and ADD CONSTRAINT");
        } else if (tokens.accept("alter")) {
            tokens.accept("column");
            operations.addAll(new AlterColumnParser(reading, table).operations());
        } else if (tokens.accept("validate", "constraint")) {
            tokens.name();
            reading.note("VALIDATE CONSTRAINT has nothing to do: constraints are checked when they are made");
        } else if (tokens.accept("owner", "to")) {
            tokens.label();
            reading.note("OWNER TO is left out: what a migration makes belongs to the login that runs it");
        } else if (!storage()) {
            other(at);
        }
    }

    /** What says where and how rows are kept, and changes no answer. */
    private boolean storage() {
        int end = STORAGE.stream()
                .filter(words -> tokens.areWords(words.split(" ")))
                .mapToInt(words -> words.split(" ").length)
                .findFirst()
                .orElse(0);
        if (end == 0 || (end == 1 && !tokens.peek(1).isSymbol("("))) {
            return false;
        }
        for (int depth = 0; depth > 0 || !(tokens.isSymbol(",") || tokens.peek().kind() == Token.Kind.END); ) {
            depth += tokens.isSymbol("(") ? 1 : tokens.isSymbol(")") ? -1 : 0;
            tokens.take();
        }
        reading.note("how the rows of a table are stored is left out: it changes no answer");
        return true;
    }

    private void other(int at) {
        String words = (tokens.peek().text() + " " + tokens.peek(1).text()).toUpperCase(Locale.ROOT);
        throw switch (words) {
            case "SET SCHEMA" ->
                reading.unsupported(
                        at, "SET SCHEMA", "a table stays in its schema", "a new table, and INSERT … SELECT");
            case "ENABLE ROW", "FORCE ROW" ->
                reading.unsupported(
                        at, "row level security", "other engines have no such thing", "conditions in the application");
            case "ATTACH PARTITION", "DETACH PARTITION" ->
                reading.unsupported(at, words, "partitions are not portable", "one table with PARTITION BY");
            default ->
                reading.unsupported(
                        at, "ALTER TABLE … " + words, "no operation does that", "operations, or an engine's own key");
        };
    }

    private void add(TableName table) {
        if (constraints.isNext()) {
            constraint(table, constraints.ofTable());
            return;
        }
        tokens.accept("column");
        boolean ifNotExists = reading.ifNotExists();
        ColumnDraft draft = new ColumnParser(reading, table).column();
        operations.add(new AddColumn(table, draft.column(), ifNotExists));
        columns.add(draft.column().name());
        boolean isThere = reading.schema()
                .table(table)
                .flatMap(known -> known.column(draft.column().name()))
                .isPresent();
        if (!ifNotExists || !isThere) {
            draft.all().forEach(constraint -> constraint(table, constraint));
        }
    }

    private void constraint(TableName table, ConstraintDraft draft) {
        if (draft instanceof ConstraintDraft.Key key) {
            if (reading.definitions().laterKeys().isDone(table, key)) {
                return;
            }
            operations.add(new AddPrimaryKey(table, names(table).named(new PrimaryKey(key.name(), key.columns()))));
        } else if (draft instanceof ConstraintDraft.Unique unique) {
            operations.add(new AddUnique(table, names(table).named(new UniqueKey(unique.name(), unique.columns()))));
        } else if (draft instanceof ConstraintDraft.Condition condition) {
            operations.add(new AddCheck(
                    table, names(table).named(new Check(condition.name(), condition.expression()), columns)));
        } else {
            operations.add(new AddForeignKey(
                    table, names(table).named(new TableBuilder(reading, table).foreignKey((ConstraintDraft.Reference)
                                    draft))));
        }
    }

    /** The names that the statement may still give. */
    private UsualNames names(TableName table) {
        UsualNames names = usual;
        if (names == null) {
            names = new UsualNames(table);
            usual = names;
            Table known = reading.schema().table(table).orElse(null);
            if (known != null) {
                names.besides(known);
                known.columns().forEach(column -> columns.add(column.name()));
            }
        }
        return names;
    }

    private void drop(TableName table) {
        if (tokens.accept("constraint")) {
            int at = tokens.at();
            boolean ifExists = reading.ifExists();
            Name name = tokens.name();
            operations.addAll(new NamedConstraint(reading, table, name).dropped(at, ifExists, reading.cascade()));
            return;
        }
        tokens.accept("column");
        boolean ifExists = reading.ifExists();
        Name column = tokens.name();
        int at = tokens.at();
        if (reading.cascade() && !new DependentObjects(reading.schema()).isNobodysColumn(table, column)) {
            throw reading.unsupported(
                    at,
                    "DROP COLUMN … CASCADE",
                    "what else would go cannot be known here",
                    "DROP VIEW and DROP CONSTRAINT before it");
        }
        operations.add(new DropColumn(table, column, ifExists));
    }
}
