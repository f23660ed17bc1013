package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.godwit.dialect.FailureKind;
import io.godwit.dialect.TransactionRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a driver's exception means. */
public interface FailureContract extends DialectContract {

    private FailureKind kindOf(String sql) {
        return applyExpectingFailure(sql(dialect().engine(), sql)).kind();
    }

    @Test
    default void brokenConstraintsAreConstraints() {
        apply(
                createTable(
                        "city",
                        key("id"),
                        column("name", varchar(9)).notNull(),
                        column("size", integer()).withCheck(expression("size > 0")),
                        column("other_id", bigint())),
                addForeignKey("city", foreignKey("other_id", "city", "id")),
                insert("city", row("id", 1, "name", "a")));
        violated(insert("city", row("id", 1, "name", "a")));
        violated(insert("city", row("id", 2, "name", null)));
        violated(insert("city", row("id", 2, "name", "a", "size", 0)));
        violated(insert("city", row("id", 2, "name", "a", "other_id", 7)));
    }

    @Test
    default void syntaxErrorIsOne() {
        assertThat(kindOf("SELEKT 1")).isEqualTo(FailureKind.SYNTAX);
    }

    @Test
    default void missingTableIsAMissingObject() {
        assertThat(kindOf("INSERT INTO no_such_table VALUES (1)")).isEqualTo(FailureKind.MISSING_OBJECT);
    }

    @Test
    default void missingColumnIsAMissingObject() {
        apply(createTable("city", key("id")));
        assertThat(kindOf("UPDATE city SET no_such_column = 1")).isEqualTo(FailureKind.MISSING_OBJECT);
    }

    @Test
    default void tableThatIsThereIsADuplicateObject() {
        apply(createTable("city", key("id")));
        assertThat(kindOf("CREATE TABLE city (id integer)")).isEqualTo(FailureKind.DUPLICATE_OBJECT);
    }

    @Test
    default void waitingTooLongIsALockTimeout() throws SQLException {
        apply(createTable("city", key("id")), insert("city", row("id", 1)));
        TransactionRules rules = dialect().transactions();
        String update = "UPDATE city SET id = 2";
        try (Connection holder = bench().database().connect();
                Connection waiting = bench().database().connect()) {
            run(holder, dialect().settings().open(Duration.ofSeconds(1)));
            run(holder, List.of(rules.begin(), update));
            SQLException failure = catchThrowableOfType(SQLException.class, () -> {
                run(waiting, dialect().settings().open(Duration.ofMillis(150)));
                run(waiting, List.of(rules.begin(), update));
            });
            run(holder, List.of(rules.rollback()));
            assertThat(dialect().failures().classify(Objects.requireNonNull(failure, "nobody waited in vain")))
                    .isEqualTo(FailureKind.LOCK_TIMEOUT);
            assertThat(FailureKind.LOCK_TIMEOUT.retryable()).isTrue();
        }
    }

    /** Where a session cannot be told a limit, the driver's cancel stops the statement. */
    @Test
    default void statementThatTakesTooLongIsStopped() {
        List<String> limit = dialect().settings().limit(Duration.ofMillis(100));
        SQLException failure = catchThrowableOfType(SQLException.class, () -> {
            try (Connection connection = bench().database().connect();
                    Statement statement = connection.createStatement()) {
                run(connection, limit);
                Thread clock = new Thread(() -> cancelSoon(statement));
                if (limit.isEmpty()) {
                    clock.start();
                }
                statement.execute(bench().database().slowStatement());
            }
        });
        assertThat(dialect().failures().classify(Objects.requireNonNull(failure, "nothing stopped it")))
                .isEqualTo(FailureKind.STATEMENT_TIMEOUT);
    }

    private static void cancelSoon(Statement statement) {
        try {
            Thread.sleep(100);
            statement.cancel();
        } catch (InterruptedException | SQLException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
