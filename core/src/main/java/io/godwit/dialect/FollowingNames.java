package io.godwit.dialect;

import io.godwit.schema.Check;
import io.godwit.schema.Column;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.Name;
import io.godwit.schema.Naming;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a renamed table's constraints and indexes are called: those that Godwit named after the table take its new name along, or
 * the next table of the old name could not have them where a schema has each name once. Names that authors gave stay.
 */
final class FollowingNames {

    /** In place of an expression, whose text the engine may give back in other words. */
    private static final String HASH = "[0-9a-f]{8}";

    private final Table table;
    private final TableName to;
    private final Naming naming;

    FollowingNames(Table table, TableName to, Naming naming) {
        this.table = table;
        this.to = to;
        this.naming = naming;
    }

    /** The table, still under its old name. */
    Table table() {
        Table named =
                table.withIndexes(table.indexes().stream().map(this::index).toList());
        if (!naming.constraintsFollow()) {
            return named;
        }
        PrimaryKey key = table.primaryKey();
        return named.withPrimaryKey(key == null ? null : key.named(primaryKey(key.name())))
                .withUniques(table.uniques().stream()
                        .map(unique -> unique.named(after("uq_", unique.name(), join(unique.columns()))))
                        .toList())
                .withForeignKeys(table.foreignKeys().stream()
                        .map(foreign -> foreign.named(after("fk_", foreign.name(), join(foreign.columns()))))
                        .toList())
                .withChecks(table.checks().stream()
                        .map(check -> check.named(check(check)))
                        .toList());
    }

    private @Nullable Name primaryKey(@Nullable Name name) {
        return naming.primaryKey(table.name()).equals(name) ? naming.primaryKey(to) : name;
    }

    private @Nullable Name check(Check check) {
        Name name = check.name();
        for (Column column : table.columns()) {
            if (naming.columnCheck(table.name(), column.name()).equals(name)) {
                return naming.columnCheck(to, column.name());
            }
        }
        return after("ck_", name, HASH);
    }

    private Index index(Index index) {
        String parts = index.columns().stream().map(FollowingNames::part).collect(Collectors.joining("_"));
        return index.withName(
                after(index.unique() ? "ux_" : "ix_", index.name(), parts + (index.where() == null ? "" : "_" + HASH)));
    }

    /** The new name, if the old one is made of the table's name and these parts. */
    private @Nullable Name after(String prefix, @Nullable Name name, String parts) {
        String former = prefix + table.name().folded() + "_";
        if (name == null) {
            return null;
        }
        String text = name.text();
        if (text.startsWith(former) && text.substring(former.length()).matches(parts)) {
            return naming.fit(prefix + to.folded() + "_" + text.substring(former.length()));
        }
        return name;
    }

    private static String join(List<Name> names) {
        return names.stream().map(name -> Pattern.quote(name.text())).collect(Collectors.joining("_"));
    }

    private static String part(IndexColumn column) {
        Name name = column.name();
        return name == null ? HASH : Pattern.quote(name.text());
    }
}
