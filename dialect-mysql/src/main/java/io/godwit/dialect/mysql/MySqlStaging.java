package io.godwit.dialect.mysql;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RowTarget;
import io.godwit.dialect.StandardStaging;
import io.godwit.schema.Name;
import java.util.ArrayList;
import java.util.List;

/**
 * A temporary table, which is made and dropped without a commit: MySQL's manual, "Statements That Cause an Implicit Commit". InnoDB moves
 * AUTO_INCREMENT on by itself. Stateless and thread-safe.
 */
final class MySqlStaging extends StandardStaging {

    MySqlStaging(Dialect dialect) {
        super(dialect);
    }

    /** One that a failure left behind is still there: a rollback does not take it away. */
    @Override
    public List<String> make(String staging, RowTarget target) {
        List<String> statements = new ArrayList<>(List.of("DROP TEMPORARY TABLE IF EXISTS " + staging));
        statements.addAll(super.make(staging, target));
        return statements;
    }

    @Override
    public String drop(String staging) {
        return "DROP TEMPORARY TABLE " + staging;
    }

    @Override
    public String update(String staging, RowTarget target, List<Name> key, List<Name> columns) {
        return "UPDATE " + target.table() + " AS godwit_target JOIN " + staging + " ON "
                + same("godwit_target", staging, key) + " SET "
                + list(columns, column -> "godwit_target." + name(column) + " = " + staging + "." + name(column), ", ");
    }

    /** MySQL's manual, "FOREIGN KEY Constraints": InnoDB checks them immediately, row by row. */
    @Override
    public boolean checksRowByRow() {
        return true;
    }
}
