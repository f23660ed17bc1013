package io.godwit.dialect.mysql;

import io.godwit.dialect.IdentifierText;
import io.godwit.dialect.TableChange;
import io.godwit.operation.RenameColumn;
import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.Expression;
import io.godwit.schema.Generated;
import io.godwit.schema.Index;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * RENAME COLUMN with all that names the column in its text, in one statement: MySQL refuses to rename what a check, a generated
 * column or an index's expression names; MariaDB follows there, though not always in checks. Triggers are text to both.
 */
final class ColumnRenaming {

    private final MySqlText text;
    private final Table before;
    private final Table after;
    private final RenameColumn operation;

    /** @param text with a schema in which the column has its new name */
    ColumnRenaming(MySqlText text, MySqlDialect dialect, Table before, RenameColumn operation) {
        this.text = text;
        this.before = before;
        this.after = new TableChange(before, dialect.naming()).after(operation);
        this.operation = operation;
    }

    List<String> statements() {
        Set<String> drops = new LinkedHashSet<>();
        List<String> adds = new ArrayList<>();
        enumCheck(drops, adds);
        checks(drops, adds);
        if (!text.syntax().isMariaDb()) {
            generated(drops, adds);
            indexes(drops, adds);
        }
        List<String> clauses = new ArrayList<>(drops);
        clauses.add("RENAME COLUMN " + text.name(operation.from()) + " TO " + text.name(operation.to()));
        clauses.addAll(adds);
        List<String> statements = new ArrayList<>();
        List<Trigger> made = triggers(statements);
        statements.add("ALTER TABLE " + text.name(before.name()) + " " + String.join(", ", clauses));
        made.forEach(trigger -> statements.addAll(new MySqlTrigger(text, after, trigger).create()));
        return statements;
    }

    /** The one that is part of the column's type is found by its name. MariaDB would not find the column by its old name. */
    private void enumCheck(Set<String> drops, List<String> adds) {
        Column column = before.column(operation.from()).orElseThrow();
        text.enumCheck(before.name(), column).ifPresent(check -> drops.add(text.dropCheck() + text.name(name(check))));
        text.enumCheck(before.name(), column.withName(operation.to()))
                .ifPresent(check -> adds.add("ADD " + text.constraint(before.name(), check)));
    }

    private static Name name(Check check) {
        return Objects.requireNonNull(check.name());
    }

    private void checks(Set<String> drops, List<String> adds) {
        for (int at = 0; at < before.checks().size(); at++) {
            Check check = before.checks().get(at);
            boolean ofColumn =
                    text.syntax().isMariaDb() && before.column(name(check)).isPresent();
            if (mentions(check.expression()) && !ofColumn) {
                drops.add(text.dropCheck() + text.name(name(check)));
                adds.add("ADD " + text.constraint(before.name(), after.checks().get(at)));
            }
        }
    }

    private void generated(Set<String> drops, List<String> adds) {
        for (int at = 0; at < before.columns().size(); at++) {
            Column column = before.columns().get(at);
            Generated generated = column.generated();
            if (generated != null && mentions(generated.expression())) {
                indexesOn(column, drops, adds);
                drops.add("DROP COLUMN " + text.name(column.name()));
                String place = at == 0
                        ? "FIRST"
                        : "AFTER " + text.name(after.columns().get(at - 1).name());
                adds.add(0, "ADD COLUMN " + text.column(after, after.columns().get(at)) + " " + place);
            }
        }
    }

    /** What stands on a column that goes and comes again. */
    private void indexesOn(Column column, Set<String> drops, List<String> adds) {
        for (int at = 0; at < before.indexes().size(); at++) {
            if (before.indexes().get(at).columns().stream()
                    .anyMatch(part -> column.name().equals(part.name()))) {
                again(at, drops, adds);
            }
        }
        for (int at = 0; at < before.uniques().size(); at++) {
            if (before.uniques().get(at).columns().contains(column.name())) {
                drops.add("DROP INDEX "
                        + text.name(
                                Objects.requireNonNull(before.uniques().get(at).name())));
                adds.add("ADD " + text.constraint(after.name(), after.uniques().get(at)));
            }
        }
    }

    private void indexes(Set<String> drops, List<String> adds) {
        for (int at = 0; at < before.indexes().size(); at++) {
            Index index = before.indexes().get(at);
            Expression where = index.where();
            boolean named = (where != null && mentions(where))
                    || index.columns().stream()
                            .map(part -> part.expression())
                            .filter(Objects::nonNull)
                            .anyMatch(this::mentions);
            if (named) {
                again(at, drops, adds);
            }
        }
    }

    private void again(int at, Set<String> drops, List<String> adds) {
        List<String> drop =
                new MySqlIndexes(text, before, note -> {}).drop(before.indexes().get(at));
        if (drops.addAll(drop)) {
            adds.addAll(new MySqlIndexes(text, after, note -> {})
                    .add(after.indexes().get(at)));
        }
    }

    /** Those that the column's name stands in, dropped; they are to be made again. */
    private List<Trigger> triggers(List<String> statements) {
        List<Trigger> made = new ArrayList<>();
        for (int at = 0; at < before.triggers().size(); at++) {
            Trigger trigger = before.triggers().get(at);
            if (!trigger.equals(after.triggers().get(at))) {
                MySqlTrigger.names(trigger).forEach(name -> statements.add("DROP TRIGGER " + text.name(name)));
                made.add(after.triggers().get(at));
            }
        }
        return made;
    }

    private boolean mentions(Expression expression) {
        return new IdentifierText(expression.text()).mentions(operation.from());
    }
}
