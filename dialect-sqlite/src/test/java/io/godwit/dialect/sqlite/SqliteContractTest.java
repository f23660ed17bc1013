package io.godwit.dialect.sqlite;

import io.godwit.tck.DialectTck;
import io.godwit.tck.harness.Workbench;

/** The contract suite on SQLite, in a temporary file. */
class SqliteContractTest implements DialectTck {

    private final Workbench bench = new Workbench(SqliteTestDatabase.create());

    @Override
    public Workbench bench() {
        return bench;
    }
}
