package io.godwit.dialect;

import io.godwit.schema.Name;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Tells a session what the engine wants, and that the tenant's schema is the default one. */
record TenantSettings(SessionSettings engine, Name tenant) implements SessionSettings {

    @Override
    public void prepare(Connection connection) throws SQLException {
        engine.prepare(connection);
    }

    @Override
    public List<String> open(Duration lockTimeout) {
        return both(engine.open(lockTimeout), engine.enter(tenant));
    }

    @Override
    public List<String> limit(Duration statementTimeout) {
        return engine.limit(statementTimeout);
    }

    @Override
    public List<String> idle(Duration patience) {
        return engine.idle(patience);
    }

    @Override
    public List<String> restore(Connection connection) throws SQLException {
        return both(engine.restore(connection), engine.leave());
    }

    @Override
    public List<String> close() {
        return both(engine.close(), engine.leave());
    }

    private static List<String> both(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
