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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The schema of a live database, asked when it is needed: the first tables one by one, and where there are many, all at once.
 *
 * <p>For the thread that owns the connection.
 */
public final class LiveSchema implements SchemaView {

    /** One table takes a handful of queries, and so do all tables together. */
    private static final int ONE_BY_ONE = 8;

    private final Introspector introspector;
    private final Connection connection;
    private int asked;
    private @Nullable Schema whole;

    public LiveSchema(Introspector introspector, Connection connection) {
        this.introspector = introspector;
        this.connection = connection;
    }

    @Override
    public Optional<Table> table(TableName name) {
        asked++;
        if (asked > ONE_BY_ONE && whole == null) {
            whole = ask(() -> introspector.read(connection));
        }
        // A name that is not among them may be another spelling of one that is; only the engine can tell.
        Optional<Table> known = whole == null ? Optional.empty() : whole.table(name);
        return known.isPresent() ? known : ask(() -> introspector.table(connection, name));
    }

    @Override
    public List<Table> tables() {
        if (whole == null) {
            whole = ask(() -> introspector.read(connection));
        }
        return List.copyOf(whole.tables().values());
    }

    @Override
    public Optional<View> view(TableName name) {
        return ask(() -> introspector.view(connection, name));
    }

    @Override
    public List<View> views() {
        return ask(() -> introspector.views(connection));
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
        return ask(() -> introspector.referencing(connection, name));
    }

    @Override
    public List<TableName> objectsIn(Name schema) {
        Schema all = ask(() -> introspector.read(connection));
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
