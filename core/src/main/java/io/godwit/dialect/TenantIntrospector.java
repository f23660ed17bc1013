package io.godwit.dialect;

import io.godwit.schema.Name;
import io.godwit.schema.Schema;
import io.godwit.schema.Sequence;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Sees the tenant's own schema alone, which is the session's default one. */
record TenantIntrospector(Introspector engine) implements Introspector {

    private static TableName known(TableName name) {
        return new TableName(null, name.folded());
    }

    private static boolean isOwn(TableName name) {
        return name.schema().isEmpty();
    }

    private static List<Table> own(Collection<Table> tables) {
        return tables.stream().filter(table -> isOwn(table.name())).toList();
    }

    @Override
    public Schema read(Connection connection) throws SQLException {
        Schema all = engine.read(connection);
        return Schema.of(
                own(all.tables().values()),
                all.views().values().stream().filter(view -> isOwn(view.name())).toList(),
                all.sequences().values().stream()
                        .filter(sequence -> isOwn(sequence.name()))
                        .toList());
    }

    @Override
    public Optional<Table> table(Connection connection, TableName name) throws SQLException {
        return engine.table(connection, known(name));
    }

    @Override
    public Collection<Table> tables(Connection connection, Set<TableName> names) throws SQLException {
        Set<TableName> asked = new HashSet<>();
        names.forEach(name -> asked.add(known(name)));
        return own(engine.tables(connection, asked));
    }

    @Override
    public Optional<View> view(Connection connection, TableName name) throws SQLException {
        return engine.view(connection, known(name));
    }

    @Override
    public List<View> views(Connection connection) throws SQLException {
        return engine.views(connection).stream()
                .filter(view -> isOwn(view.name()))
                .toList();
    }

    @Override
    public Optional<Sequence> sequence(Connection connection, TableName name) throws SQLException {
        return engine.sequence(connection, known(name));
    }

    @Override
    public boolean hasSchema(Connection connection, Name name) {
        return false;
    }

    @Override
    public OptionalLong estimatedRows(Connection connection, TableName name) throws SQLException {
        return engine.estimatedRows(connection, known(name));
    }

    @Override
    public List<Table> referencing(Connection connection, TableName name) throws SQLException {
        return own(engine.referencing(connection, known(name)));
    }

    @Override
    public Map<TableName, List<Table>> referencing(Connection connection, Set<TableName> names) throws SQLException {
        Set<TableName> asked = new HashSet<>();
        names.forEach(name -> asked.add(known(name)));
        Map<TableName, List<Table>> referring = new HashMap<>();
        engine.referencing(connection, asked).forEach((name, tables) -> referring.put(name, own(tables)));
        return referring;
    }
}
