package io.godwit.tck.harness;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A pool of so many connections that lets everybody wait for as long as it takes, and looks at what is asked. Thread-safe. */
public final class WatchedSource {

    private final DataSource real;
    private final Semaphore room;
    private final Watch watch;
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();

    public WatchedSource(DataSource real, int most, Watch watch) {
        this.real = real;
        this.room = new Semaphore(most);
        this.watch = watch;
    }

    /** Sees a query before the engine does. */
    public interface Watch {
        void query(String sql) throws SQLException;
    }

    public DataSource dataSource() {
        return new OneMethodDataSource(this::connect);
    }

    /** How many were opened since the beginning. */
    public int opened() {
        return opened.get();
    }

    /** How many are not closed. */
    public int open() {
        return open.get();
    }

    private Connection connect() throws SQLException {
        try {
            room.acquire();
        } catch (InterruptedException e) {
            throw new SQLException("interrupted while it waited for a connection", e);
        }
        Connection connection = real.getConnection();
        opened.incrementAndGet();
        open.incrementAndGet();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close") && !connection.isClosed()) {
                        open.decrementAndGet();
                        room.release();
                    }
                    try {
                        Object answer = method.invoke(connection, arguments);
                        return method.getName().equals("createStatement") ? watched((Statement) answer) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Statement watched(Statement statement) {
        return (Statement) Proxy.newProxyInstance(
                Statement.class.getClassLoader(), new Class<?>[] {Statement.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("executeQuery")) {
                        watch.query((String) arguments[0]);
                    }
                    try {
                        return method.invoke(statement, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
