package io.godwit.tck.harness;

import io.godwit.dialect.Introspector;
import io.godwit.dialect.SchemaView;
import io.godwit.schema.Name;
import io.godwit.schema.Sequence;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The schema of a live database, read anew for each question. */
final class LiveSchema implements SchemaView {

    private final Introspector introspector;
    private final Connection connection;

    LiveSchema(Introspector introspector, Connection connection) {
        this.introspector = introspector;
        this.connection = connection;
    }

    @Override
    public Optional<Table> table(TableName name) {
        return read(() -> introspector.table(connection, name));
    }

    @Override
    public Optional<View> view(TableName name) {
        return read(() -> introspector.view(connection, name));
    }

    @Override
    public Optional<Sequence> sequence(TableName name) {
        return read(() -> introspector.sequence(connection, name));
    }

    @Override
    public boolean hasSchema(Name name) {
        return read(() -> introspector.hasSchema(connection, name));
    }

    @Override
    public List<Table> referencing(TableName name) {
        return read(() -> introspector.referencing(connection, name));
    }

    @Override
    public boolean complete() {
        return true;
    }

    private <T> T read(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new IllegalStateException("the live schema cannot be read", e);
        }
    }

    /** Something asked of the catalog. */
    private interface Question<T> {
        T ask() throws SQLException;
    }
}
