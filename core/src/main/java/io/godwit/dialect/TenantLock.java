package io.godwit.dialect;

import io.godwit.schema.Name;
import java.sql.Connection;
import java.sql.SQLException;

/** The engine's lock under a key of the tenant's. */
record TenantLock(SessionLock engine, Name tenant) implements SessionLock {

    private String own(String key) {
        return key + "/" + tenant.text();
    }

    @Override
    public boolean tryAcquire(Connection connection, String key) throws SQLException {
        return engine.tryAcquire(connection, own(key));
    }

    @Override
    public void release(Connection connection, String key) throws SQLException {
        engine.release(connection, own(key));
    }

    @Override
    public String holder(Connection connection, String key) throws SQLException {
        return engine.holder(connection, own(key));
    }
}
