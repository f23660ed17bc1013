package io.godwit.dialect.postgres;

import io.godwit.tck.DialectTck;
import io.godwit.tck.harness.Workbench;

/** The contract suite on PostgreSQL, on a real server. */
class PostgresContractTest implements DialectTck {

    private final Workbench bench = new Workbench(PostgresTestDatabase.create());

    @Override
    public Workbench bench() {
        return bench;
    }
}
