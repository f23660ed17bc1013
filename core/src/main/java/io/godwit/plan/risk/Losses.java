package io.godwit.plan.risk;

import io.godwit.dialect.SchemaView;
import io.godwit.failure.GodwitException;
import io.godwit.operation.DropColumn;
import io.godwit.operation.DropTable;
import io.godwit.operation.Operation;
import io.godwit.operation.RenameTable;
import io.godwit.plan.Finding;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.OperationScript;
import io.godwit.plan.Plan;
import io.godwit.plan.Rendering;
import io.godwit.plan.Severity;
import io.godwit.plan.StepPlan;
import io.godwit.schema.Query;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.universal.QuotedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells which tables and columns a plan drops, and how many rows are in them now. For the thread that owns the connection. */
public final class Losses {

    private final Rendering rendering;
    private final Connection connection;
    private final SchemaView live;
    private final Map<TableName, TableName> liveNames = new HashMap<>();
    private String safer = "take a backup first, archive it, or keep what it made";

    /**
     * In one database.
     *
     * @param live the schema as it is, before the plan
     */
    public Losses(Rendering rendering, Connection connection, SchemaView live) {
        this.rendering = rendering;
        this.connection = connection;
        this.live = live;
    }

    /** The plan with a finding for each table and column that goes. */
    public Plan shownIn(Plan plan) throws SQLException {
        List<Finding> findings = new ArrayList<>(plan.findings());
        Set<TableName> gone = new HashSet<>();
        if (plan.archives()) {
            safer = "its rows go into the archive first";
        }
        for (MigrationPlan migration : plan.migrations()) {
            for (StepPlan step : migration.steps()) {
                for (OperationScript script : step.scripts()) {
                    for (Operation operation : script.operations()) {
                        loss(operation, gone, migration.id(), step.step().id()).ifPresent(findings::add);
                    }
                }
            }
        }
        return plan.withFindings(findings);
    }

    private Optional<Finding> loss(Operation operation, Set<TableName> gone, String migration, String step)
            throws SQLException {
        if (operation instanceof RenameTable rename) {
            liveNames.put(rename.to(), liveName(rename.from()));
        } else if (operation instanceof DropTable drop) {
            Optional<Table> table = live.table(liveName(drop.table()));
            if (table.isPresent() && gone.add(table.get().name())) {
                String columns = table.get().columns().size() + " columns";
                return Optional.of(
                        finding("drops table " + drop.table() + ": " + columns, table.get(), migration, step));
            }
        } else if (operation instanceof DropColumn drop) {
            Optional<Table> table = live.table(liveName(drop.table()));
            if (table.isPresent() && table.get().column(drop.column()).isPresent()) {
                String words = "drops column " + drop.column().text() + " of " + drop.table();
                return Optional.of(finding(words, table.get(), migration, step));
            }
        }
        return Optional.empty();
    }

    private TableName liveName(TableName name) {
        return liveNames.getOrDefault(name, name);
    }

    private Finding finding(String what, Table table, String migration, String step) throws SQLException {
        long rows = rows(table.name());
        Severity severity = rows == 0 ? Severity.LOW : Severity.HIGH;
        String message = what + ", " + (rows < 0 ? "an unknown number of" : Long.toString(rows))
                + (rows == 1 ? " row" : " rows");
        return new Finding("uninstall", severity, migration, step, message, safer);
    }

    /** Counted; -1 where that cannot be said in the engine's words. */
    private long rows(TableName table) throws SQLException {
        String sql;
        try {
            sql = rendering.translator().query(Query.of("select count(*) from " + QuotedName.of(table)), live);
        } catch (GodwitException e) {
            return -1;
        }
        return new Answer(connection).number(sql);
    }
}
