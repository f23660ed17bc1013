package io.godwit.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How several connections read one and the same moment of the database, whoever writes meanwhile. Stateless and thread-safe. */
public interface SharedMoment {

    /**
     * Begins a transaction that reads on each further connection, and makes the first one's see the same moment.
     *
     * @param first inside a transaction that {@link TransactionRules#reading} began, in which nothing was read
     * @param others in autocommit mode, told how to behave; the caller rolls them back
     * @param keeper keeps writers away while the moment is agreed upon; in autocommit mode before and after
     * @param tables quoted names of all that will be read
     * @return false where that cannot be had at once: nothing may be read by the others then, and by the first one as if nothing had been asked
     * @throws SQLException if the first one's transaction is lost
     */
    boolean begin(Connection first, List<Connection> others, Connection keeper, List<String> tables)
            throws SQLException;
}
