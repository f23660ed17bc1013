package io.godwit.engine;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RowTarget;
import io.godwit.dialect.RowWriter;
import io.godwit.plan.StepPlan;
import io.godwit.plan.transform.TransformSql;
import io.godwit.schema.Column;
import io.godwit.transfer.RowsBehind;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The table that a transform's rows are written straight into, by the dialect's row writer. For one thread.
 *
 * @param columns that get a value
 */
record StraightTarget(Run run, StepPlan plan, TransformSql sql, List<Column> columns) {

    StraightTarget {
        columns = List.copyOf(columns);
    }

    private RowTarget target() {
        Dialect dialect = run.session().dialect();
        return RowTarget.of(dialect, run.session().connection(), sql.transform().target(), columns);
    }

    /** A writer of its rows, for one transaction. */
    RowWriter writer() throws SQLException {
        return run.session().dialect().loader().writer(target());
    }

    /** A writer that is lent the connection while rows are made. */
    RowWriter lentWriter() throws SQLException {
        RowWriter lent = RowsBehind.of(writer());
        lent.occupy();
        return lent;
    }

    /** Takes the keys of what the writer writes, for one transaction; null if they are not recorded. */
    @Nullable
    KeyRecord keys(RowWriter writer) throws SQLException {
        return sql.recorded() == null ? null : new KeyRecord(run.session(), sql.recorded(), writer, columns);
    }

    /** Whether the engine takes a statement of no rows, so that a row is to blame for an error that has no name. */
    boolean takesNoRows() {
        RowTarget target = target();
        WorkTransaction transaction = new WorkTransaction(run.session(), plan.statements());
        try {
            transaction.begin();
            run.session()
                    .execute("INSERT INTO " + target.table() + " (" + target.list() + ") SELECT " + target.list()
                            + " FROM " + target.table() + " WHERE 1 = 0");
            return true;
        } catch (SQLException e) {
            return false;
        } finally {
            transaction.rollback();
        }
    }
}
