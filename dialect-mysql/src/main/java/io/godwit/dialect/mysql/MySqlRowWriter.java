package io.godwit.dialect.mysql;

import io.godwit.dialect.BulkLoader;
import io.godwit.dialect.RowTarget;
import io.godwit.dialect.RowWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes by LOAD DATA LOCAL from memory, where server and driver allow it, else by statements of many rows. LOCAL makes a warning of
 * every error, and changes or leaves out the row: MySQL's manual, "LOAD DATA Statement". So what gives a warning is taken back to a
 * savepoint and written again by INSERT, which fails as it must. For one thread.
 */
final class MySqlRowWriter implements RowWriter {

    private static final long MOST_CHARACTERS = 1_000_000;

    /** While other rows are made: neither the server nor who makes them should wait long for the other. */
    private static final long MOST_WHILE_LENT = 400_000;

    private static final String SAVEPOINT = "godwit_rows";
    private static final String SET_SAVEPOINT = "SAVEPOINT " + SAVEPOINT;
    private static final String BACK = "ROLLBACK TO SAVEPOINT " + SAVEPOINT;

    private final RowTarget target;
    private final LoadText load;
    private final RowWriter inserts;
    private final int few;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private long characters;
    private long most = MOST_CHARACTERS;
    private boolean mayLoad;
    private boolean hasLoaded;

    MySqlRowWriter(MySqlLoader loader, RowTarget target, RowWriter inserts) {
        this.target = target;
        this.load = new LoadText(loader, target);
        this.inserts = inserts;
        this.few = loader.rows();
        this.mayLoad = LoadText.fits(target.columns());
    }

    @Override
    public void add(@Nullable Object[] values) throws SQLException {
        if (!mayLoad) {
            inserts.add(values);
            return;
        }
        rows.add(values);
        characters += BulkLoader.characters(values);
        if (characters > most) {
            flush();
        }
    }

    @Override
    public void occupy() {
        most = MOST_WHILE_LENT;
    }

    @Override
    public void flush() throws SQLException {
        if (rows.size() < few || !mayLoad || !isLoaded()) {
            for (Object[] values : rows) {
                inserts.add(values);
            }
            inserts.flush();
        }
        rows.clear();
        characters = 0;
    }

    /** Otherwise nothing of the rows is in the table, and it is not tried again. */
    private boolean isLoaded() throws SQLException {
        try (Statement statement = target.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            mayLoad = (hasLoaded || isInTransaction(statement)) && loads(statement);
        }
        hasLoaded |= mayLoad;
        return mayLoad;
    }

    /** Without one there is no way back. */
    private static boolean isInTransaction(Statement statement) throws SQLException {
        statement.execute(SET_SAVEPOINT);
        try {
            statement.execute(BACK);
            return true;
        } catch (SQLException refused) {
            if (refused.getErrorCode() == 1305) {
                return false;
            }
            throw refused;
        }
    }

    private boolean loads(Statement statement) throws SQLException {
        statement.execute(SET_SAVEPOINT);
        LoadStream stream = new LoadStream(load, rows);
        if (!LocalStream.give(statement, stream)) {
            return false;
        }
        try {
            statement.execute(load.statement());
        } catch (SQLException refused) {
            if (isNotAllowed(refused)) {
                return false;
            }
            throw refused;
        }
        stream.check();
        if (statement.getUpdateCount() == rows.size() && warnings(statement) == 0) {
            return true;
        }
        statement.execute(BACK);
        if (isLeft(statement)) {
            throw new SQLException("some rows cannot be taken back: the table's storage engine has no transactions");
        }
        return false;
    }

    /** MySQL's number, MariaDB's, the one that both had before, and the word of MariaDB's driver. */
    private static boolean isNotAllowed(SQLException refused) {
        return switch (refused.getErrorCode()) {
            case 3948, 4166, 1148 -> true;
            default -> String.valueOf(refused.getMessage()).contains("allowLocalInfile");
        };
    }

    private static long warnings(Statement statement) throws SQLException {
        try (ResultSet count = statement.executeQuery("SELECT @@warning_count")) {
            count.next();
            return count.getLong(1);
        }
    }

    /** ER_WARNING_NOT_COMPLETE_ROLLBACK; MariaDB still tells the warnings of before, if there is no new one. */
    private static boolean isLeft(Statement statement) throws SQLException {
        try (ResultSet warnings = statement.executeQuery("SHOW WARNINGS")) {
            while (warnings.next()) {
                if (warnings.getInt("Code") == 1196) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void close() throws SQLException {
        rows.clear();
        inserts.close();
    }
}
