package io.godwit.dialect;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import javax.sql.DataSource;

/** Makes data sources that open a connection each time, in one way, and can do nothing else. Stateless. */
public final class OpeningSource {

    private OpeningSource() {}

    /** Opens a connection. */
    @FunctionalInterface
    public interface Opener {
        Connection open() throws SQLException;
    }

    /** A data source, thread-safe if {@code opener} is. */
    public static DataSource of(Opener opener) {
        return (DataSource) Proxy.newProxyInstance(
                OpeningSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return method.invoke(opener, arguments);
                    }
                    if (method.getName().equals("getConnection") && method.getParameterCount() == 0) {
                        return opener.open();
                    }
                    throw new SQLFeatureNotSupportedException(method.getName());
                });
    }
}
