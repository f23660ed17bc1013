package io.godwit.dialect.mysql;

import io.godwit.tck.DialectTck;
import io.godwit.tck.harness.Workbench;

/** The contract suite on MariaDB 10.11, on a real server. */
class MariaDbContractTest implements DialectTck {

    private final Workbench bench = new Workbench(MySqlTestDatabase.create(TestServer.MARIADB));

    @Override
    public Workbench bench() {
        return bench;
    }
}
