package io.godwit.dialect;

/**
 * The statements of a cursor that the engine keeps open for a transaction, so that a query of many rows is planned once and read piece
 * by piece while other statements run in between. Stateless and thread-safe.
 */
public interface RowCursor {

    /** Opens it for a query. */
    String open(String query);

    /**
     * Reads on.
     *
     * @param rows how many at most; fewer come only at the end
     */
    String next(int rows);

    /** Closes it; the end of the transaction does so too. */
    String close();
}
