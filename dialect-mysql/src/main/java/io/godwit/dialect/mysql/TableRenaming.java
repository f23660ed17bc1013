package io.godwit.dialect.mysql;

import io.godwit.dialect.TableChange;
import io.godwit.operation.RenameTable;
import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Index;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** RENAME TABLE, and new names for what is named after the table: a schema has each foreign key's and check's name only once. */
final class TableRenaming {

    private final MySqlText text;
    private final Table before;
    private final Table after;

    TableRenaming(MySqlText text, MySqlDialect dialect, Table before, RenameTable operation) {
        this.text = text;
        this.before = before;
        this.after = new TableChange(before, dialect.naming()).renamed(operation.to());
    }

    List<String> statements() {
        List<String> statements = new ArrayList<>();
        statements.add("RENAME TABLE " + text.name(before.name()) + " TO " + text.name(after.name()));
        List<String> clauses = new ArrayList<>();
        uniques(clauses);
        indexes(clauses);
        checks(clauses);
        alter(clauses, statements);
        foreignKeys(statements);
        return statements;
    }

    private void alter(List<String> clauses, List<String> statements) {
        if (!clauses.isEmpty()) {
            statements.add("ALTER TABLE " + text.name(after.name()) + " " + String.join(", ", clauses));
        }
    }

    private void uniques(List<String> clauses) {
        for (int at = 0; at < before.uniques().size(); at++) {
            rename(before.uniques().get(at).name(), after.uniques().get(at).name(), clauses);
        }
    }

    private void rename(@Nullable Name from, @Nullable Name to, List<String> clauses) {
        if (from != null && to != null && !from.equals(to)) {
            clauses.add("RENAME INDEX " + text.name(from) + " TO " + text.name(to));
        }
    }

    private void indexes(List<String> clauses) {
        MySqlIndexes old = new MySqlIndexes(text, before, note -> {});
        MySqlIndexes made = new MySqlIndexes(text, after, note -> {});
        for (int at = 0; at < before.indexes().size(); at++) {
            Index index = before.indexes().get(at);
            Index renamed = after.indexes().get(at);
            if (!old.hides(index)) {
                rename(index.name(), renamed.name(), clauses);
            } else if (!Objects.equals(index.name(), renamed.name())) {
                clauses.addAll(old.drop(index));
                clauses.addAll(made.add(renamed));
            }
        }
    }

    private void checks(List<String> clauses) {
        List<Check> old = checks(before);
        List<Check> made = checks(after);
        for (int at = 0; at < old.size(); at++) {
            Name name = old.get(at).name();
            if (name != null && !name.equals(made.get(at).name())) {
                clauses.add(text.dropCheck() + text.name(name));
                clauses.add("ADD " + text.constraint(after.name(), made.get(at)));
            }
        }
    }

    private List<Check> checks(Table table) {
        List<Check> checks = new ArrayList<>(table.checks());
        for (Column column : table.columns()) {
            text.enumCheck(table.name(), column).ifPresent(checks::add);
        }
        return checks;
    }

    /** One statement cannot drop a foreign key and add it under another name. */
    private void foreignKeys(List<String> statements) {
        for (int at = 0; at < before.foreignKeys().size(); at++) {
            ForeignKey old = before.foreignKeys().get(at);
            ForeignKey made = after.foreignKeys().get(at);
            Name name = old.name();
            if (name == null || name.equals(made.name())) {
                continue;
            }
            boolean self = old.table().folded().equals(before.name().folded());
            ForeignKey target = self
                    ? new ForeignKey(
                            made.name(),
                            made.columns(),
                            after.name(),
                            made.referenced(),
                            made.onDelete(),
                            made.onUpdate())
                    : made;
            List<String> drop = ForeignKeyIndex.drop(text, before, old);
            alter(drop.subList(0, 1), statements);
            List<String> add = new ArrayList<>();
            if (drop.size() > 1) {
                rename(name, made.name(), add);
            }
            add.add("ADD " + text.constraint(after.name(), target));
            alter(add, statements);
        }
    }
}
