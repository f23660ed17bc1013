package io.godwit.engine;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.SessionLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The lock where sessions hold none: a row that its holder renews, and that others take over once it was not renewed for the term that
 * stands in it. No clock but each run's own is read, and that only for how long something lasts: whoever waits watches the row for a
 * whole term, and the holder stops some time before that. One run's; thread-safe once it is held.
 */
final class LeaseLock implements SessionLock {

    /** Renewals in a term. */
    private static final int BEATS = 3;

    private final LeaseTable table;
    private final LeaseRow own;
    private @Nullable LeaseRow seen;
    private long seenAt;
    private boolean takenOver;
    private volatile boolean lost;
    private volatile long renewedAt;

    LeaseLock(Dialect dialect, String actor, Duration beat) {
        String token = UUID.randomUUID().toString();
        String holder =
                "a run of " + actor + ", process " + ProcessHandle.current().pid() + ", lease " + token;
        this.table = new LeaseTable(dialect);
        this.own = new LeaseRow(token, holder, 1, beat.toMillis() * BEATS);
    }

    @Override
    public boolean tryAcquire(Connection connection, String key) throws SQLException {
        long asked = System.nanoTime();
        Optional<LeaseRow> there = table.read(connection, key);
        boolean over = there.isPresent() && isExpired(there.get());
        boolean taken = there.isEmpty()
                ? table.insert(connection, key, own)
                : over && table.replace(connection, key, there.get(), own);
        if (taken) {
            takenOver = over;
            renewedAt = asked;
        }
        return taken;
    }

    /** Watched for all of its term without a renewal. */
    private boolean isExpired(LeaseRow row) {
        LeaseRow before = seen;
        if (before == null || !row.isUnchangedSince(before)) {
            seen = row;
            seenAt = System.nanoTime();
            return false;
        }
        return System.nanoTime() - seenAt >= Duration.ofMillis(row.termMillis()).toNanos();
    }

    /** Whether it was another run's before, of which nobody knows whether it still does something. */
    boolean isTakenOver() {
        return takenOver;
    }

    /** Renews it; false if it is another's by now. */
    boolean renew(Connection connection, String key) throws SQLException {
        long asked = System.nanoTime();
        if (table.renew(connection, key, own.token())) {
            renewedAt = asked;
            return true;
        }
        lost = true;
        return false;
    }

    /** Whether it was seen to be another's by now. */
    boolean isLost() {
        return lost;
    }

    /** Whether nobody else may have it yet; asked before each statement. */
    boolean isSafe() {
        long safe = Duration.ofMillis(own.termMillis()).toNanos() / BEATS * (BEATS - 1);
        return !lost && System.nanoTime() - renewedAt < safe;
    }

    @Override
    public void release(Connection connection, String key) throws SQLException {
        table.delete(connection, key, own.token());
    }

    @Override
    public String holder(Connection connection, String key) throws SQLException {
        return table.read(connection, key).map(LeaseRow::holder).orElse("");
    }
}
