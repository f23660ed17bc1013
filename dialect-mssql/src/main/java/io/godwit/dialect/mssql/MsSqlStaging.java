package io.godwit.dialect.mssql;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.RowTarget;
import io.godwit.dialect.StandardStaging;
import io.godwit.schema.Name;
import java.util.List;

/** A table of tempdb that the session alone sees; an identity moves on by itself. Stateless and thread-safe. */
final class MsSqlStaging extends StandardStaging {

    MsSqlStaging(Dialect dialect) {
        super(dialect);
    }

    @Override
    public String table(int number) {
        return name(Name.of("#godwit_rows_" + number));
    }

    /** Of two halves, for the copy of one would take IDENTITY over: Microsoft's page on SELECT - INTO. */
    @Override
    public List<String> make(String staging, RowTarget target) {
        String none = " FROM " + target.table() + " WHERE 1 = 0";
        return List.of(
                "SELECT " + target.list() + " INTO " + staging + none + " UNION ALL SELECT " + target.list() + none);
    }

    @Override
    public String update(String staging, RowTarget target, List<Name> key, List<Name> columns) {
        return "UPDATE godwit_target SET "
                + list(columns, column -> name(column) + " = " + staging + "." + name(column), ", ") + " FROM "
                + target.table() + " AS godwit_target JOIN " + staging + " ON " + same("godwit_target", staging, key);
    }
}
