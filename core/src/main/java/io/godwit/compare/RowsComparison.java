package io.godwit.compare;

import io.godwit.failure.PlanRefusedException;
import io.godwit.history.AppliedMigration;
import io.godwit.migration.Migration;
import io.godwit.plan.PluginDefinitions;
import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.Schema;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.transfer.RowSum;
import io.godwit.transfer.SensitiveColumns;
import io.godwit.transfer.TableExport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Counts rows on both sides, and sums up what they are. For one use, inside one moment of each. */
final class RowsComparison {

    private final CompareOptions asked;
    private final CommonGround ground;
    private final Side here;
    private final Side there;

    RowsComparison(CompareOptions asked, CommonGround ground, Side here, Side there) {
        this.asked = asked;
        this.ground = ground;
        this.here = here;
        this.there = there;
    }

    /**
     * Of the tables that both sides have.
     *
     * @throws PlanRefusedException if a sensitive column was named that is not among them
     */
    List<ComparedTable> of(Schema ours, Schema theirs) {
        if (!asked.rows() && !asked.content()) {
            return List.of();
        }
        List<SharedColumns> shared = shared(ours, theirs);
        there.told(() -> steady(there, shared.stream().map(SharedColumns::there).toList()));
        here.told(() -> steady(here, shared.stream().map(SharedColumns::here).toList()));
        return shared.stream().map(this::compared).toList();
    }

    private List<SharedColumns> shared(Schema ours, Schema theirs) {
        Set<String> named = new HashSet<>(asked.sensitive());
        Set<String> wanted = new HashSet<>();
        asked.sensitive().forEach(column -> wanted.add(key(column)));
        Set<String> secret = asked.content() ? sensitive() : Set.of();
        SchemaComparison keys = new SchemaComparison(ground);
        Map<String, Table> others = keys.keyed(theirs.tables().values(), Table::name);
        List<SharedColumns> shared = new ArrayList<>();
        Set<String> found = new HashSet<>();
        keys.keyed(ours.tables().values(), Table::name).forEach((key, table) -> {
            Table other = others.get(key);
            if (other != null) {
                shared.add(SharedColumns.of(table, other, ground, column -> {
                    String called = key(table.name(), column.name());
                    found.add(called);
                    return secret.contains(called) && !wanted.contains(called);
                }));
            }
        });
        named.removeIf(column -> found.contains(key(column)));
        if (!named.isEmpty()) {
            throw new PlanRefusedException("The databases cannot be compared: there is no column "
                    + String.join(", ", new TreeSet<>(named))
                    + " in a table that both have and that is compared. Nothing was changed.");
        }
        return shared;
    }

    private String key(TableName table, Name column) {
        return ground.key(table) + "\n" + ground.key(column);
    }

    /** Of {@code table.column}, as documents write the table. */
    private String key(String column) {
        int dot = column.lastIndexOf('.');
        try {
            return key(TableName.parse(column.substring(0, Math.max(0, dot))), Name.of(column.substring(dot + 1)));
        } catch (IllegalArgumentException e) {
            throw new PlanRefusedException("'" + column + "' is no column: write table.column. Nothing was changed.");
        }
    }

    /** What the documents of either side call so. */
    private Set<String> sensitive() {
        Set<String> sensitive = new HashSet<>();
        for (Side side : List.of(here, there)) {
            SensitiveColumns columns = columns(side);
            side.schema()
                    .tables()
                    .keySet()
                    .forEach(table -> columns.of(table).forEach(column -> sensitive.add(key(table, column))));
        }
        return sensitive;
    }

    private static SensitiveColumns columns(Side side) {
        SensitiveColumns columns = new SensitiveColumns(side.dialect());
        List<Migration> migrations = side.documents(
                side.recorded().stream().map(AppliedMigration::migrationId).toList());
        if (!migrations.isEmpty()) {
            PluginDefinitions.replay(migrations, side.rendering(), columns);
        }
        return columns;
    }

    /** An engine without snapshots keeps the rows as they are until all of them are read. */
    private static boolean steady(Side side, List<Table> tables) throws SQLException {
        List<String> names = tables.stream()
                .map(table -> side.dialect().syntax().table(table.name()))
                .toList();
        List<String> statements =
                names.isEmpty() ? List.of() : side.dialect().transactions().steadily(names);
        try (Statement statement = side.session().connection().createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return true;
    }

    private ComparedTable compared(SharedColumns shared) {
        List<Name> names = shared.ours().stream().map(Column::name).toList();
        return new ComparedTable(
                shared.here().name().toString(),
                here.told(() -> content(here, shared.here(), shared.ours(), names)),
                there.told(() -> content(there, shared.there(), shared.theirs(), names)),
                asked.content() ? shared.leftOut() : List.of());
    }

    private ComparedTable.Content content(Side side, Table table, List<Column> columns, List<Name> names)
            throws SQLException {
        if (!asked.content() || columns.isEmpty()) {
            return new ComparedTable.Content(count(side, table), null);
        }
        // The sum is the same in any order, and an order may cost a sort.
        Table read = table.withColumns(columns).withPrimaryKey(null);
        RowSum sum = new RowSum();
        try {
            new TableExport(side.dialect(), side.session().connection(), read).sum(sum, names);
        } catch (IOException e) {
            throw new UncheckedIOException("summing up writes nothing", e);
        }
        return new ComparedTable.Content(sum.rows(), sum.text());
    }

    private static long count(Side side, Table table) throws SQLException {
        String sql = "SELECT count(*) FROM " + side.dialect().syntax().table(table.name());
        try (Statement statement = side.session().connection().createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
