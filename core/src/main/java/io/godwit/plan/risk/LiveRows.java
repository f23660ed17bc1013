package io.godwit.plan.risk;

import io.godwit.dialect.SchemaView;
import io.godwit.failure.GodwitException;
import io.godwit.plan.Rendering;
import io.godwit.schema.Query;
import io.godwit.schema.TableName;
import io.godwit.universal.QuotedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Rows of a live database: the engine's own estimate where it is large, else counted, but never beyond the limit. For the thread that
 * owns the connection.
 */
public final class LiveRows implements RowCounts {

    private static final System.Logger LOG = System.getLogger(LiveRows.class.getName());

    private final Rendering rendering;
    private final Connection connection;
    private final SchemaView schema;
    private final Map<TableName, OptionalLong> known = new HashMap<>();

    public LiveRows(Rendering rendering, Connection connection, SchemaView schema) {
        this.rendering = rendering;
        this.connection = connection;
        this.schema = schema;
    }

    @Override
    public OptionalLong of(TableName table) {
        return known.computeIfAbsent(table, this::look);
    }

    /** A count that fails, as one that waits too long for a lock, is not known; the plan goes on without. */
    private OptionalLong look(TableName table) {
        try {
            OptionalLong estimate = rendering.dialect().introspector().estimatedRows(connection, table);
            return estimate.isPresent() && estimate.getAsLong() >= Rows.MANY ? estimate : counted(table);
        } catch (SQLException | GodwitException e) {
            LOG.log(System.Logger.Level.DEBUG, "the rows of " + table + " could not be counted", e);
            return OptionalLong.empty();
        }
    }

    private OptionalLong counted(TableName table) throws SQLException {
        String sql = "select count(*) from (select 1 as one from " + QuotedName.of(table) + " limit " + Rows.MANY
                + ") as counted";
        String own = rendering.translator().query(Query.of(sql), schema);
        return OptionalLong.of(new Answer(connection).number(own));
    }
}
