package io.godwit.dialect.mssql;

import io.godwit.dialect.Statement;
import io.godwit.schema.Constraint;
import io.godwit.schema.Index;
import io.godwit.schema.IndexColumn;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Constraints and indexes that take a renamed table's new name along, with what is remembered of them.
 *
 * @param before under its old name
 * @param after with the names that they will have; the table has its new name by then
 */
record FollowingConstraints(MsSqlText text, Table before, Table after) {

    List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        if (before.primaryKey() != null && after.primaryKey() != null) {
            statements.addAll(constraint(before.primaryKey(), after.primaryKey()));
        }
        for (int index = 0; index < before.uniques().size(); index++) {
            statements.addAll(
                    unique(before.uniques().get(index), after.uniques().get(index)));
        }
        for (int index = 0; index < before.foreignKeys().size(); index++) {
            statements.addAll(constraint(
                    before.foreignKeys().get(index), after.foreignKeys().get(index)));
        }
        for (int index = 0; index < before.checks().size(); index++) {
            statements.addAll(
                    constraint(before.checks().get(index), after.checks().get(index)));
        }
        for (int index = 0; index < before.indexes().size(); index++) {
            statements.addAll(index(before.indexes().get(index), after.indexes().get(index)));
        }
        return statements;
    }

    private List<Statement> constraint(Constraint old, Constraint now) {
        return rename(old.name(), now.name(), false);
    }

    /** A name with its table finds an index, a name with its schema a constraint: a unique key may be either. */
    private List<Statement> unique(UniqueKey old, UniqueKey now) {
        boolean filtered = UniqueText.isFiltered(before, old);
        List<Statement> statements = new ArrayList<>(rename(old.name(), now.name(), filtered));
        if (filtered && !statements.isEmpty()) {
            statements.addAll(remember(old.name(), now.name(), IndexMemory.CONSTRAINT));
        }
        return statements;
    }

    private List<Statement> index(Index old, Index now) {
        List<Statement> statements = new ArrayList<>(rename(old.name(), now.name(), true));
        boolean standsIn = old.columns().stream()
                .map(IndexColumn::name)
                .anyMatch(name ->
                        name != null && before.column(name).map(text::isEndless).orElse(false));
        if (standsIn && !statements.isEmpty()) {
            statements.addAll(remember(old.name(), now.name(), new IndexMemory(now.columns()).text()));
        }
        return statements;
    }

    private List<Statement> rename(@Nullable Name old, @Nullable Name now, boolean index) {
        if (old == null || now == null || old.equals(now)) {
            return List.of();
        }
        String name = index
                ? text.name(after.name()) + "." + text.name(old)
                : text.name(after.name().sibling(old));
        return List.of(Statement.of("EXEC sp_rename " + text.literal(name) + ", " + text.quoted(now) + ", "
                + (index ? "N'INDEX'" : "N'OBJECT'")));
    }

    private List<Statement> remember(@Nullable Name old, @Nullable Name now, String value) {
        Properties properties = new Properties(text);
        return List.of(
                properties.set(Properties.INDEX + old, after.name(), null, null),
                properties.set(Properties.INDEX + now, after.name(), null, value));
    }
}
