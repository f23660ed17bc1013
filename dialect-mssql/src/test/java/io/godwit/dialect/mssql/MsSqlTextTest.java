package io.godwit.dialect.mssql;

import io.godwit.tck.DialectTck;
import io.godwit.tck.harness.Workbench;

/**
 * What SQL Server would get in the whole contract suite, read by a T-SQL grammar: where there is no server, nothing else tells a
 * slip of PostgreSQL's words.
 */
class MsSqlTextTest implements DialectTck {

    private final Workbench bench =
            new Workbench(StageDatabase.create(new OfflineRendering(new MsSqlDialectProvider().forVersion("2017"))));

    @Override
    public Workbench bench() {
        return bench;
    }
}
