package io.godwit.history;

import io.godwit.dialect.Dialect;
import io.godwit.operation.AddColumn;
import io.godwit.operation.CreateTable;
import io.godwit.operation.InsertRows;
import io.godwit.operation.Operation;
import io.godwit.operation.Row;
import io.godwit.schema.Column;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.PrimaryKey;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.VarcharType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The layout of the history, said in the same operations that migrations use, so that every dialect can make it.
 *
 * <p>{@code godwit_lock} has one row, with the layout's number and the run that may write; {@code godwit_migration} a row for
 * each applied migration; {@code godwit_step} a row for each step of a migration that could not be one transaction;
 * {@code godwit_object} one for each thing of the database that a plugin made; {@code godwit_audit} only ever grows. Times are texts in UTC: no order hangs on them.
 */
public final class HistoryTables {

    /** The layout that this version of Godwit writes. */
    public static final int LAYOUT = 4;

    /** The first layout in which the audit trail tells what was done to {@code godwit_object}. */
    static final int TRACED = 3;

    /** The first layout in which rows prove themselves while their migration is under way. */
    static final int SEALED = 4;

    /** Every table of the history begins so. */
    public static final String PREFIX = "godwit_";

    static final TableName LOCK = TableName.of(PREFIX + "lock");
    static final TableName MIGRATION = TableName.of(PREFIX + "migration");
    static final TableName STEP = TableName.of(PREFIX + "step");
    static final TableName OBJECT = TableName.of(PREFIX + "object");
    static final TableName AUDIT = TableName.of(PREFIX + "audit");

    /** Who leases which lock, where sessions hold none. */
    public static final TableName LEASE = TableName.of(PREFIX + "lease");

    /** The table that is made last. */
    public static final TableName LAST = AUDIT;

    /** How many rows of {@code godwit_step} there are while it is under way. */
    private static final Column STEPS = Column.of("steps", SimpleType.BIGINT);

    /** What a row proves of itself, as long as no entry of the audit trail does. */
    private static final Column EVIDENCE = Column.of("evidence", new VarcharType(400));

    private HistoryTables() {}

    /** The name of a table that belongs to one step. */
    public static TableName ofStep(String purpose, String migration, String step) {
        String hash = new Digest().add(migration).add(step).text().substring(0, 16);
        return TableName.of(PREFIX + purpose + "_" + hash);
    }

    /** What makes an empty history; {@link #LAST} is there when all is. */
    public static List<Operation> create() {
        List<Operation> operations = new ArrayList<>();
        operations.add(table(LOCK, List.of("id"), lockColumns()));
        Map<Name, io.godwit.schema.Value> row = new LinkedHashMap<>();
        row.put(Name.of("id"), Literal.of(1));
        row.put(Name.of("layout"), Literal.of(LAYOUT));
        row.put(Name.of("run_id"), Literal.of(""));
        row.put(Name.of("holder"), Literal.of(""));
        row.put(Name.of("since"), Literal.of(""));
        operations.add(new InsertRows(LOCK, List.of(new Row(row))));
        operations.add(table(MIGRATION, List.of("migration_id"), migrationColumns()));
        operations.add(table(STEP, List.of("migration_id", "step_id"), stepColumns()));
        operations.add(objects());
        operations.add(table(AUDIT, List.of("seq"), auditColumns()));
        return operations;
    }

    /** What a history of the first layout lacks. */
    public static CreateTable objects() {
        return table(OBJECT, List.of("migration_id", "position"), objectColumns());
    }

    /** The columns that a history before the fourth layout lacks. */
    public static List<AddColumn> evidence() {
        return List.of(
                new AddColumn(MIGRATION, STEPS, false),
                new AddColumn(MIGRATION, EVIDENCE, false),
                new AddColumn(STEP, EVIDENCE, false));
    }

    /** The table of leases, which is no part of the history, and made before there is one. */
    public static CreateTable leases() {
        return table(
                LEASE,
                List.of("name"),
                List.of(text("name", 200), text("token", 40), text("holder", 400), number("beat"), number("term")));
    }

    /** The tables that say what plugins have here: their migrations, what of them is under way, and what they made. */
    public static List<Table> ofPlugins() {
        return create().stream()
                .filter(CreateTable.class::isInstance)
                .map(operation -> ((CreateTable) operation).table())
                .filter(table -> List.of(MIGRATION, STEP, OBJECT).contains(table.name()))
                .toList();
    }

    /** The ids of all migrations that are in the history. */
    public static Table allMigrations() {
        return Table.of(MIGRATION, List.of(text("migration_id", 200)));
    }

    /** The condition, in the engine's SQL, on the rows of one of {@link #ofPlugins} that are about a plugin; about all if it is empty. */
    public static String isOf(Dialect dialect, TableName table, String pluginId) {
        if (pluginId.isEmpty()) {
            return "1 = 1";
        }
        String id = dialect.syntax().literal(Literal.of(pluginId), SimpleType.TEXT);
        String own = "plugin_id = " + id;
        String migrations = "migration_id IN (SELECT m.migration_id FROM "
                + dialect.syntax().table(MIGRATION) + " m WHERE m." + own + ")";
        if (table.equals(MIGRATION)) {
            return own;
        }
        return table.equals(STEP) ? migrations : "(" + own + " OR " + migrations + ")";
    }

    private static List<Column> lockColumns() {
        return List.of(number("id"), number("layout"), text("run_id", 40), text("holder", 400), text("since", 40));
    }

    private static List<Column> migrationColumns() {
        return List.of(
                number("seq"),
                text("plugin_id", 200),
                text("migration_id", 200),
                text("version", 100),
                text("state", 20),
                text("up_hash", 80),
                text("down_hash", 80),
                text("source_hash", 80),
                Column.of("relations", SimpleType.TEXT).notNull(),
                Column.of("document", SimpleType.TEXT).notNull(),
                Column.of("journal", SimpleType.TEXT).notNull(),
                text("applied_at", 40),
                text("actor", 200),
                text("run_id", 40),
                number("duration_ms"),
                STEPS,
                EVIDENCE);
    }

    private static List<Column> stepColumns() {
        return List.of(
                text("migration_id", 200),
                text("step_id", 200),
                text("direction", 10),
                number("position"),
                text("state", 20),
                Column.of("inverse", SimpleType.TEXT).notNull(),
                Column.of("progress", SimpleType.TEXT).notNull(),
                text("run_id", 40),
                EVIDENCE);
    }

    private static List<Column> objectColumns() {
        return List.of(
                text("migration_id", 200),
                number("position"),
                text("plugin_id", 200),
                text("kind", 20),
                text("object", 400),
                text("part", 200),
                text("dropped_by", 200));
    }

    private static List<Column> auditColumns() {
        return List.of(
                number("seq"),
                text("at", 40),
                text("actor", 200),
                text("action", 40),
                text("plugin_id", 200),
                text("migration_id", 200),
                text("run_id", 40),
                text("outcome", 20),
                Column.of("detail", SimpleType.TEXT).notNull(),
                text("previous_hash", 80),
                text("hash", 80));
    }

    private static CreateTable table(TableName name, List<String> key, List<Column> columns) {
        PrimaryKey primaryKey = PrimaryKey.of(key.stream().map(Name::of).toList());
        return new CreateTable(Table.of(name, columns).withPrimaryKey(primaryKey), false);
    }

    private static Column number(String name) {
        return Column.of(name, SimpleType.BIGINT).notNull();
    }

    private static Column text(String name, int length) {
        return Column.of(name, new VarcharType(length)).notNull();
    }
}
