package io.godwit.dialect;

import java.sql.Connection;

/** The lock of engines whose write transaction keeps others out. */
final class NoSessionLock implements SessionLock {

    @Override
    public boolean tryAcquire(Connection connection, String key) {
        return true;
    }

    @Override
    public void release(Connection connection, String key) {
        // nothing was taken
    }

    @Override
    public String holder(Connection connection, String key) {
        return "";
    }
}
