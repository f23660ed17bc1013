package io.godwit.engine;

import io.godwit.history.AppliedMigration;
import io.godwit.history.HistoryReader;
import io.godwit.history.RecordedStep;
import io.godwit.operation.DropTable;
import io.godwit.operation.DropView;
import io.godwit.operation.Operation;
import io.godwit.plan.Journal;
import io.godwit.plan.JournalEntry;
import io.godwit.plan.JournalStep;
import io.godwit.schema.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What migrations made that stopped half-way: the history knows no objects of theirs yet, but how each is taken back. Immutable.
 *
 * @param tables by their names
 * @param views by their names
 */
record MadeInPart(List<TableName> tables, List<TableName> views) {

    static MadeInPart of(List<AppliedMigration> migrations, HistoryReader reader) throws SQLException {
        MadeInPart made = new MadeInPart(new ArrayList<>(), new ArrayList<>());
        for (AppliedMigration migration : migrations) {
            if (!migration.isWhole()) {
                for (RecordedStep step : reader.steps(migration.migrationId())) {
                    Journal.parse(step.inverse()).steps().forEach(made::add);
                }
            }
        }
        return made;
    }

    private void add(JournalStep step) {
        for (JournalEntry entry : step.entries()) {
            entry.inverse().operations().forEach(this::add);
        }
    }

    private void add(Operation inverse) {
        if (inverse instanceof DropTable drop) {
            tables.add(drop.table());
        } else if (inverse instanceof DropView drop) {
            views.add(drop.view());
        }
    }
}
