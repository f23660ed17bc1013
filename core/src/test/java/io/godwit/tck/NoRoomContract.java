package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.godwit.Godwit;
import io.godwit.dialect.FailureKind;
import io.godwit.engine.Outcome;
import io.godwit.failure.StatementFailedException;
import io.godwit.history.AuditEntry;
import io.godwit.plan.UpgradeTarget;
import io.godwit.tck.harness.PluginFolder;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A database that is full: the failure is told as such, with what to do, nothing is left of the migration, and it runs once there is room. */
public interface NoRoomContract extends EngineContract {

    @Test
    default void databaseThatIsFullIsToldAsSuchAndNothingIsLeftOfTheMigration() throws SQLException {
        String overflow = bench().database().overflow();
        if (overflow.isEmpty()) {
            return;
        }
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS);
            on(plugins).build().migrate();
            List<String> before = logicalSchema().lines();
            plugins.migration(
                    "crm-2",
                    "1.1.0",
                    "{\"id\": \"fill\", \"sql\": {\"" + dialect().engine() + "\": \"" + overflow + "\"}}");
            DataSource cramped = bench().database().cramped();
            Godwit godwit = plugins.on(cramped).build();
            assertThat(godwit.migrate(UpgradeTarget.ALL).failure())
                    .isInstanceOf(StatementFailedException.class)
                    .hasMessageContainingAll("crm-2, step fill", "make room, then run it again");
            AuditEntry last = godwit.history().get(godwit.history().size() - 1);
            assertThat(last.outcome()).isEqualTo("failed");
            assertThat(last.words()).endsWith("kind: disk-full");
            assertThat(logicalSchema().lines()).isEqualTo(before);
            plugins.migration("crm-2", "1.1.0", RunContract.SIZE);
            assertThat(godwit.migrate(UpgradeTarget.ALL).outcome()).isEqualTo(Outcome.SUCCEEDED);
            SQLException failure = catchThrowableOfType(SQLException.class, () -> execute(cramped, overflow));
            assertThat(dialect().failures().classify(Objects.requireNonNull(failure, "there was room")))
                    .isEqualTo(FailureKind.DISK_FULL);
        }
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
