package io.godwit.engine;

import io.godwit.history.HistoryReader;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.OperationScript;
import io.godwit.plan.Plan;
import io.godwit.plan.Rendering;
import io.godwit.plan.StepPlan;
import io.godwit.plan.TransformCheck;
import io.godwit.plan.TransformPlan;
import io.godwit.plan.risk.Discretion;
import io.godwit.transfer.SensitiveColumns;
import java.sql.SQLException;
import java.util.Set;

/** What may be told of a database's rows before a plan runs, by the documents that were applied and those of the plan. For one thread. */
public final class SensitiveData {

    /** Keeps no name that is quoted, for it may be a value. */
    private static final SensitiveRows ANY = new SensitiveRows(Set.of(), Set.of(""), true);

    private final SensitiveColumns columns;

    private SensitiveData(SensitiveColumns columns) {
        this.columns = columns;
    }

    /** Of a database and a plan for it. */
    public static SensitiveData of(Session session, Rendering rendering, Plan plan) throws SQLException {
        SensitiveColumns columns = new SensitiveColumns(session.dialect());
        HistoryReader reader = new HistoryReader(session.dialect(), session.connection());
        AppliedDocuments.read(reader, reader.read()).replay(rendering, columns);
        for (MigrationPlan migration : plan.migrations()) {
            for (StepPlan step : migration.steps()) {
                for (OperationScript script : step.scripts()) {
                    script.operations().forEach(columns);
                }
            }
        }
        return new SensitiveData(columns);
    }

    /** About any row. */
    public Discretion ofAnyRow() {
        return columns.isEmpty() ? SensitiveRows.NONE : ANY;
    }

    /** About the rows of a transform. */
    public Discretion ofRows(TransformPlan plan) {
        TransformCheck check = plan.check();
        return check == null ? ofAnyRow() : SensitiveRows.of(columns, plan.transform(), check.source(), check.key());
    }
}
