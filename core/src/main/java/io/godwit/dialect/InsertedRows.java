package io.godwit.dialect;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows on their way into a table, as many in one INSERT as the engine takes well. For one thread. */
final class InsertedRows implements RowWriter {

    /** A server's limit of one message is some megabytes at least. */
    private static final long MOST_CHARACTERS = 500_000;

    private final BulkLoader loader;
    private final RowTarget target;
    private final String insert;
    private final String row;
    private final int most;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private long characters;
    private @Nullable PreparedStatement whole;

    InsertedRows(BulkLoader loader, RowTarget target) {
        this.loader = loader;
        this.target = target;
        this.insert = loader.insert(target.table(), target.list()) + " VALUES ";
        this.row = target.columns().stream().map(loader::placeholder).collect(Collectors.joining(", ", "(", ")"));
        int columns = Math.max(1, target.columns().size());
        this.most = Math.max(1, Math.min(loader.rows(), loader.parameters() / columns));
    }

    @Override
    public void add(@Nullable Object[] values) throws SQLException {
        rows.add(values);
        characters += BulkLoader.characters(values);
        if (rows.size() == most || characters > MOST_CHARACTERS) {
            flush();
        }
    }

    @Override
    public void flush() throws SQLException {
        if (rows.size() == most) {
            if (whole == null) {
                whole = prepare();
            }
            execute(whole);
        } else if (!rows.isEmpty()) {
            try (PreparedStatement part = prepare()) {
                execute(part);
            }
        }
        rows.clear();
        characters = 0;
    }

    private PreparedStatement prepare() throws SQLException {
        return target.connection().prepareStatement(insert + (row + ", ").repeat(rows.size() - 1) + row);
    }

    private void execute(PreparedStatement statement) throws SQLException {
        int index = 1;
        for (Object[] values : rows) {
            for (int i = 0; i < values.length; i++) {
                loader.bind(statement, index++, target.columns().get(i), values[i]);
            }
        }
        statement.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        rows.clear();
        if (whole != null) {
            whole.close();
        }
    }
}
