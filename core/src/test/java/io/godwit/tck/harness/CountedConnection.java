package io.godwit.tck.harness;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;

/** A connection that counts the statements that are opened on it. */
public final class CountedConnection {

    private final Connection connection;
    private final AtomicInteger statements = new AtomicInteger();

    public CountedConnection(Connection connection) {
        this.connection = connection;
    }

    /** How many statements were opened through {@link #connection}. */
    public int statements() {
        return statements.get();
    }

    public Connection connection() {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("createStatement")
                            || method.getName().startsWith("prepare")) {
                        statements.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
