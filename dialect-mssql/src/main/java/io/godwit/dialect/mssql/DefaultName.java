package io.godwit.dialect.mssql;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;

/** The names of default constraints, the same in every database, so that two schemas can be compared. */
final class DefaultName {

    private DefaultName() {}

    static Name of(TableName table, Name column) {
        return MsSqlDialect.NAMING.fit("df_" + table.folded() + "_" + column);
    }
}
