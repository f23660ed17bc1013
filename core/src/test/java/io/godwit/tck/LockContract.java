package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Feature;
import io.godwit.dialect.SessionLock;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** One runner at a time. */
public interface LockContract extends DialectContract {

    String KEY = "public.godwit";

    @Test
    default void secondRunnerDoesNotGetTheLock() throws SQLException {
        if (dialect().lock().isEmpty()) {
            assertThat(dialect().supports(Feature.SINGLE_WRITER)).isTrue();
            return;
        }
        SessionLock lock = dialect().lock().get();
        try (Connection first = bench().database().connect();
                Connection second = bench().database().connect()) {
            assertThat(lock.tryAcquire(first, KEY)).isTrue();
            assertThat(lock.tryAcquire(second, KEY)).isFalse();
            assertThat(lock.holder(second, KEY)).isNotBlank();
            lock.release(first, KEY);
            assertThat(lock.tryAcquire(second, KEY)).isTrue();
            lock.release(second, KEY);
        }
    }

    @Test
    default void lockOfAnotherHistoryIsAnotherLock() throws SQLException {
        if (dialect().lock().isEmpty()) {
            return;
        }
        SessionLock lock = dialect().lock().get();
        try (Connection first = bench().database().connect();
                Connection second = bench().database().connect()) {
            assertThat(lock.tryAcquire(first, "a.godwit")).isTrue();
            assertThat(lock.tryAcquire(second, "b.godwit")).isTrue();
            lock.release(first, "a.godwit");
            lock.release(second, "b.godwit");
        }
    }

    @Test
    default void lockGoesWithItsConnection() throws SQLException {
        if (dialect().lock().isEmpty()) {
            return;
        }
        SessionLock lock = dialect().lock().get();
        try (Connection first = bench().database().connect()) {
            assertThat(lock.tryAcquire(first, KEY)).isTrue();
        }
        try (Connection second = bench().database().connect()) {
            boolean free = false;
            for (int attempt = 0; attempt < 100 && !free; attempt++) {
                free = lock.tryAcquire(second, KEY);
            }
            assertThat(free).isTrue();
            lock.release(second, KEY);
        }
    }
}
