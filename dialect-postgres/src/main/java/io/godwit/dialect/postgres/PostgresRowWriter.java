package io.godwit.dialect.postgres;

import io.godwit.dialect.RowTarget;
import io.godwit.dialect.RowWriter;
import io.godwit.dialect.TabbedRows;
import io.godwit.schema.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * Writes by COPY, in pieces, so that the connection is free between them; where it is lent, the server takes rows while others are
 * made. Every field goes through the input function of its
 * column's type, and identities take what they are given: PostgreSQL's manual, "COPY". For one thread.
 */
final class PostgresRowWriter implements RowWriter {

    private static final int PIECE = 1 << 20;
    private static final int CHUNK = 1 << 16;

    /** COPY passes rules by, and takes neither views nor tables whose policies hold for the role. */
    private static final String TAKES_COPY =
            "SELECT relkind IN ('r', 'p') AND NOT relhasrules AND NOT row_security_active(oid)"
                    + " FROM pg_class WHERE oid = to_regclass(?)";

    private final CopyManager manager;
    private final String copy;
    private final List<Column> columns;
    private final TabbedRows rows = new TabbedRows();
    private boolean isLent;
    private @Nullable CopyIn piece;

    private PostgresRowWriter(CopyManager manager, RowTarget target) {
        this.manager = manager;
        this.copy = "COPY " + target.table() + " (" + target.list() + ") FROM STDIN (ENCODING 'UTF8')";
        this.columns = target.columns();
    }

    /** Empty where the driver is another, or hidden, or the table does not take COPY. */
    static Optional<RowWriter> open(RowTarget target) throws SQLException {
        Connection connection = target.connection();
        try {
            if (!target.columns().isEmpty()
                    && connection.isWrapperFor(PGConnection.class)
                    && takesCopy(connection, target.table())) {
                PGConnection postgres = connection.unwrap(PGConnection.class);
                return Optional.of(new PostgresRowWriter(postgres.getCopyAPI(), target));
            }
            return Optional.empty();
        } catch (LinkageError absent) {
            return Optional.empty();
        }
    }

    private static boolean takesCopy(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKES_COPY)) {
            statement.setString(1, table);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    @Override
    public void add(@Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            rows.field(value == null ? null : PostgresLoader.text(columns.get(i).type(), value));
        }
        rows.end();
        if (isLent) {
            if (rows.length() > CHUNK) {
                send();
            }
        } else if (rows.length() > PIECE) {
            flush();
        }
    }

    @Override
    public void occupy() {
        isLent = true;
    }

    @Override
    public boolean sendsAhead() {
        return true;
    }

    private void send() throws SQLException {
        if (piece == null) {
            piece = manager.copyIn(copy);
        }
        piece.writeToCopy(rows.bytes(), 0, rows.length());
        rows.clear();
    }

    @Override
    public void pause() throws SQLException {
        if (piece != null) {
            piece.endCopy();
            piece = null;
        }
    }

    @Override
    public void flush() throws SQLException {
        if (rows.length() > 0) {
            send();
        }
        pause();
    }

    @Override
    public void close() throws SQLException {
        rows.clear();
        CopyIn open = piece;
        piece = null;
        if (open != null && open.isActive()) {
            open.cancelCopy();
        }
    }
}
