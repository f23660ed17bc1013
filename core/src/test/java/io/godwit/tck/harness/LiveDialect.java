package io.godwit.tck.harness;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.DialectProvider;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Finds the dialect of a live database among the registered providers, so that the registration is tested too. */
public final class LiveDialect {

    private LiveDialect() {}

    /**
     * The dialect of the one provider that answers for the connection's database.
     *
     * @throws AssertionError if none does, or several do
     */
    public static Dialect of(Connection connection) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        List<Dialect> found = new ArrayList<>();
        for (DialectProvider provider : ServiceLoader.load(DialectProvider.class)) {
            Optional<Dialect> dialect = provider.forDatabase(metadata);
            dialect.ifPresent(found::add);
        }
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " registered dialect providers answer for "
                    + metadata.getDatabaseProductName() + " " + metadata.getDatabaseProductVersion()
                    + ": one must, named in META-INF/services/" + DialectProvider.class.getName());
        }
        return found.get(0);
    }
}
