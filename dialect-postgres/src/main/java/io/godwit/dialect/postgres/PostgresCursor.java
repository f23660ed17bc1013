package io.godwit.dialect.postgres;

import io.godwit.dialect.RowCursor;

/**
 * A cursor in SQL. One sees the rows that were there when it was opened, whatever its transaction changes meanwhile (PostgreSQL's manual,
 * "DECLARE"), and is planned for its first rows, which is to say by an index even where a table was never analyzed. Immutable.
 */
record PostgresCursor(String name) implements RowCursor {

    @Override
    public String open(String query) {
        return "DECLARE " + name + " NO SCROLL CURSOR FOR " + query;
    }

    @Override
    public String next(int rows) {
        return "FETCH FORWARD " + rows + " FROM " + name;
    }

    @Override
    public String close() {
        return "CLOSE " + name;
    }
}
