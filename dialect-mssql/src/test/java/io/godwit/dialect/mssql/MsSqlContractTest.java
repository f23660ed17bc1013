package io.godwit.dialect.mssql;

import io.godwit.tck.DialectTck;
import io.godwit.tck.harness.Workbench;

/** The contract suite on SQL Server, where there is one. */
class MsSqlContractTest implements DialectTck {

    private final Workbench bench = new Workbench(MsSqlTestDatabase.create());

    @Override
    public Workbench bench() {
        return bench;
    }
}
