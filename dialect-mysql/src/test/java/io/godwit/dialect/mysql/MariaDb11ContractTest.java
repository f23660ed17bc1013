package io.godwit.dialect.mysql;

import io.godwit.tck.DialectTck;
import io.godwit.tck.harness.Workbench;

/** The contract suite on MariaDB 11.8, on a real server. */
class MariaDb11ContractTest implements DialectTck {

    private final Workbench bench = new Workbench(MySqlTestDatabase.create(TestServer.MARIADB_11));

    @Override
    public Workbench bench() {
        return bench;
    }
}
