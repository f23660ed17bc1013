package io.godwit.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Tells which privileges a login lacks for what a plan will do, before any of it is done. Stateless and thread-safe.
 *
 * <p>A false alarm is worse than a miss: what cannot be known for certain (a privilege that some columns have, a table that is not
 * there, a function that runs as its definer) is not among the answers, and the engine decides when it comes to it.
 */
public interface PrivilegeCheck {

    /** Nothing is known beforehand. */
    PrivilegeCheck NONE = (connection, needs) -> List.of();

    /**
     * What the connection's login certainly lacks; asks the catalog once or twice, however many needs there are.
     *
     * @param needs at least one, each once
     */
    List<PrivilegeLack> lacks(Connection connection, List<PrivilegeNeed> needs) throws SQLException;
}
