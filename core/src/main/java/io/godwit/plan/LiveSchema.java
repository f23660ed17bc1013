package io.godwit.plan;

import io.godwit.dialect.Introspector;
import io.godwit.dialect.SchemaView;
import io.godwit.failure.DatabaseUnavailableException;
import io.godwit.schema.Name;
import io.godwit.schema.Schema;
import io.godwit.schema.Sequence;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import io.godwit.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The schema of a live database, asked when it is needed: tables that are {@linkplain #expect expected} together, of others the
 * first ones one by one, and where there are many, all at once.
 *
 * <p>For the thread that owns the connection.
 */
public final class LiveSchema implements SchemaView {

    /** One table takes a handful of queries, and so do all tables together. */
    private static final int ONE_BY_ONE = 8;

    private final Introspector introspector;
    private final Connection connection;
    private final Map<TableName, Table> known = new HashMap<>();
    private Supplier<Set<TableName>> expected = Set::of;
    private int asked;
    private @Nullable Map<TableName, List<Table>> referring;
    private @Nullable List<View> views;
    private @Nullable Schema whole;

    public LiveSchema(Introspector introspector, Connection connection) {
        this.introspector = introspector;
        this.connection = connection;
    }

    /** Says which tables will be asked for, if any is; is itself asked when the first one is. */
    public void expect(Supplier<Set<TableName>> names) {
        expected = names;
    }

    @Override
    public Optional<Table> table(TableName name) {
        if (asked == 0) {
            readExpected();
        }
        asked++;
        if (!known.containsKey(name) && asked > ONE_BY_ONE) {
            whole();
        }
        // A name that is not among them may be another spelling of one that is; only the engine can tell.
        Table table = known.get(name);
        return table != null ? Optional.of(table) : ask(() -> introspector.table(connection, name));
    }

    private void readExpected() {
        Set<TableName> names = expected.get();
        if (names.size() > 1) {
            ask(() -> introspector.tables(connection, names)).forEach(table -> known.put(table.name(), table));
        }
    }

    private Schema whole() {
        Schema schema = whole;
        if (schema == null) {
            schema = ask(() -> introspector.read(connection));
            known.putAll(schema.tables());
            whole = schema;
        }
        return schema;
    }

    @Override
    public List<Table> tables() {
        return List.copyOf(whole().tables().values());
    }

    @Override
    public Optional<View> view(TableName name) {
        return known.containsKey(name) ? Optional.empty() : ask(() -> introspector.view(connection, name));
    }

    @Override
    public List<View> views() {
        List<View> read = views;
        if (read == null) {
            read = ask(() -> introspector.views(connection));
            views = read;
        }
        return read;
    }

    @Override
    public Optional<Sequence> sequence(TableName name) {
        return ask(() -> introspector.sequence(connection, name));
    }

    @Override
    public boolean hasSchema(Name name) {
        return ask(() -> introspector.hasSchema(connection, name));
    }

    @Override
    public List<Table> referencing(TableName name) {
        Map<TableName, List<Table>> read = referring;
        if (read == null) {
            Set<TableName> names = expected.get();
            read = names.size() > 1 ? ask(() -> introspector.referencing(connection, names)) : Map.of();
            referring = read;
        }
        List<Table> tables = read.get(name);
        return tables != null ? tables : ask(() -> introspector.referencing(connection, name));
    }

    @Override
    public List<TableName> objectsIn(Name schema) {
        Schema all = whole();
        return Stream.of(all.tables(), all.views(), all.sequences())
                .flatMap(objects -> objects.keySet().stream())
                .filter(name -> name.schema().equals(Optional.of(schema)))
                .toList();
    }

    @Override
    public boolean complete() {
        return true;
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    "The schema could not be read: "
                            + String.valueOf(e.getMessage()).strip() + "\nNothing was changed.",
                    e);
        }
    }
}
