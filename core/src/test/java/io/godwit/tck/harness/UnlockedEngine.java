package io.godwit.tck.harness;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.DialectProvider;
import io.godwit.dialect.Feature;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * An engine as an integrator first has it: nobody said that its sessions hold locks, nor that it lets one writer in at a time. It is
 * another engine under a name of its own, which no other provider answers for. Thread-safe.
 */
public record UnlockedEngine(Dialect whole) implements DialectProvider {

    private static final String MARK = "Unlocked ";

    /** The same database under the other name. */
    public DataSource over(DataSource dataSource) {
        return proxy(DataSource.class, dataSource);
    }

    @Override
    public String engine() {
        return whole.engine();
    }

    @Override
    public Optional<Dialect> forDatabase(DatabaseMetaData metadata) throws SQLException {
        return metadata.getDatabaseProductName().startsWith(MARK) ? Optional.of(unlocked()) : Optional.empty();
    }

    @Override
    public Dialect forVersion(String version) {
        return unlocked();
    }

    private Dialect unlocked() {
        Set<Feature> features = EnumSet.copyOf(whole.features());
        features.remove(Feature.SINGLE_WRITER);
        InvocationHandler handler = (self, method, arguments) -> switch (method.getName()) {
            case "lock" -> Optional.empty();
            case "features" -> EnumSet.copyOf(features);
            case "supports" -> features.contains(arguments[0]);
            default -> invoke(whole, method, arguments);
        };
        return (Dialect)
                Proxy.newProxyInstance(Dialect.class.getClassLoader(), new Class<?>[] {Dialect.class}, handler);
    }

    private static <T> T proxy(Class<T> type, T target) {
        InvocationHandler handler = (self, method, arguments) -> {
            Object result = invoke(target, method, arguments);
            if (result instanceof Connection connection && target instanceof DataSource) {
                return proxy(Connection.class, connection);
            }
            if (result instanceof DatabaseMetaData metadata) {
                return proxy(DatabaseMetaData.class, metadata);
            }
            return method.getName().equals("getDatabaseProductName") ? MARK + result : result;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
