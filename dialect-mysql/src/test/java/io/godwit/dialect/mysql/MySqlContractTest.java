package io.godwit.dialect.mysql;

import io.godwit.tck.DialectTck;
import io.godwit.tck.harness.Workbench;

/** The contract suite on MySQL 9, on a real server. */
class MySqlContractTest implements DialectTck {

    private final Workbench bench = new Workbench(MySqlTestDatabase.create(TestServer.MYSQL));

    @Override
    public Workbench bench() {
        return bench;
    }
}
