package io.godwit.engine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * A data source under which a run ends at one of its boundaries. It lives in this package because {@link Failpoint} does. Thread-safe.
 */
public final class KilledDataSource {

    private final AtomicInteger boundaries = new AtomicInteger();
    private final AtomicReference<String> last = new AtomicReference<>("");
    private final Queue<Connection> open = new ConcurrentLinkedQueue<>();
    private final DataSource whole;
    private final int point;
    private final Consumer<KilledDataSource> death;

    /** The process has ended, as far as a run in it can tell: no code of Godwit's catches errors. */
    public static final class Killed extends Error {

        private static final long serialVersionUID = 1L;

        Killed(String boundary) {
            super(boundary);
        }
    }

    private KilledDataSource(DataSource whole, int point, Consumer<KilledDataSource> death) {
        this.whole = whole;
        this.point = point;
        this.death = death;
    }

    /**
     * The whole process ends.
     *
     * @param point at which boundary, from 1
     */
    public static KilledDataSource halting(DataSource whole, int point) {
        return new KilledDataSource(whole, point, source -> Runtime.getRuntime().halt(137));
    }

    /**
     * All connections are cut, and {@link Killed} is thrown.
     *
     * @param point at which boundary, from 1
     */
    public static KilledDataSource throwing(DataSource whole, int point) {
        return new KilledDataSource(whole, point, KilledDataSource::cut);
    }

    private void cut() {
        for (Connection connection : open) {
            try {
                connection.abort(Runnable::run);
                connection.close();
            } catch (SQLException e) {
                // it is gone already
            }
        }
        throw new Killed(last.get());
    }

    /** Whether there were as many boundaries. */
    public boolean wasKilled() {
        return boundaries.get() >= point;
    }

    /** How many boundaries there were. */
    public int count() {
        return boundaries.get();
    }

    /** Where it ended, for the message of a failure. */
    public String boundary() {
        return last.get();
    }

    public DataSource dataSource() {
        InvocationHandler handler = (self, method, arguments) -> {
            if (method.getName().equals("reached")) {
                reached(String.valueOf(arguments[0]));
                return null;
            }
            try {
                Object result = method.invoke(whole, arguments);
                if (result instanceof Connection connection) {
                    open.add(connection);
                }
                return result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (DataSource) Proxy.newProxyInstance(
                KilledDataSource.class.getClassLoader(), new Class<?>[] {DataSource.class, Failpoint.class}, handler);
    }

    private void reached(String boundary) {
        if (boundaries.get() < point) {
            last.set(boundary);
            if (boundaries.incrementAndGet() == point) {
                death.accept(this);
            }
        }
    }
}
