package io.godwit.tck.harness;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/**
 * A data source whose connections are all cut at one statement, just before or just after it ran, as when the process that holds
 * them is killed. Thread-safe.
 */
public final class CutDataSource {

    private final DataSource whole;
    private final int last;
    private final boolean runs;
    private final boolean comesBack;
    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicReference<String> text = new AtomicReference<>("");
    private final Queue<Connection> open = new ConcurrentLinkedQueue<>();

    /**
     * Cuts once.
     *
     * @param last the number of the statement, from 1, counted over all connections
     * @param runs whether that statement still runs
     */
    public CutDataSource(DataSource whole, int last, boolean runs) {
        this(whole, last, runs, false);
    }

    /**
     * As the other, where the database can be reached again once all connections are cut.
     *
     * @param comesBack whether there are other connections afterwards
     */
    public CutDataSource(DataSource whole, int last, boolean runs, boolean comesBack) {
        this.comesBack = comesBack;
        this.whole = whole;
        this.last = last;
        this.runs = runs;
    }

    public DataSource dataSource() {
        return proxy(DataSource.class, whole);
    }

    /** Whether there were as many statements. */
    public boolean wasCut() {
        return statements.get() >= last;
    }

    /** The statement at which it was cut, for the message of a failure. */
    public String lastStatement() {
        return text.get();
    }

    private <T> T proxy(Class<T> type, Object target) {
        InvocationHandler handler = (self, method, arguments) -> call(target, method, arguments);
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object call(Object target, Method method, Object[] arguments) throws Throwable {
        boolean executes = method.getName().startsWith("execute");
        if (executes && statements.get() < last) {
            text.set(
                    arguments == null || arguments.length == 0 ? String.valueOf(target) : String.valueOf(arguments[0]));
        }
        int number = executes ? statements.incrementAndGet() : statements.get();
        boolean opens = method.getReturnType() == Connection.class && target instanceof DataSource;
        boolean gone = number > last && (executes || opens) && !comesBack;
        if (gone || (number == last && executes && !runs)) {
            throw cut();
        }
        Object result = invoke(target, method, arguments);
        if (number == last && executes) {
            throw cut();
        }
        if (opens) {
            open.add((Connection) result);
        }
        Class<?> type = method.getReturnType();
        boolean watched = type == Connection.class || Statement.class.isAssignableFrom(type);
        return watched && result != null ? proxy(type, result) : result;
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private SQLException cut() throws SQLException {
        for (Connection connection : open) {
            connection.close();
        }
        return new SQLNonTransientConnectionException("the connection was cut", "08006");
    }
}
