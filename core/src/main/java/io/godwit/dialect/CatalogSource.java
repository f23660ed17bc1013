package io.godwit.dialect;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections of a host that stand in another database while they are in use. Thread-safe. */
final class CatalogSource implements OpeningSource.Opener {

    private final DataSource source;
    private final String catalog;

    CatalogSource(DataSource source, String catalog) {
        this.source = source;
        this.catalog = catalog;
    }

    @Override
    public Connection open() throws SQLException {
        Connection connection = source.getConnection();
        try {
            String before = connection.getCatalog();
            connection.setCatalog(catalog);
            return returning(connection, before);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The connection goes back where it was before it goes back into the host's pool. */
    private static Connection returning(Connection connection, String catalog) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close") && !connection.isClosed()) {
                        connection.setCatalog(catalog);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
