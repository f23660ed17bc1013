package io.godwit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.failure.DatabaseUnavailableException;
import io.godwit.failure.InvalidMigrationException;
import io.godwit.format.PluginSource;
import io.godwit.plan.UpgradeTarget;
import io.godwit.tck.harness.PluginFolder;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where both the documents and the connection are at fault, the documents are told first. */
class InputOrderTest {

    private static final DataSource UNREACHABLE = (DataSource) Proxy.newProxyInstance(
            InputOrderTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                throw new SQLException("nobody is there.");
            });

    @TempDir
    private Path folder;

    @Test
    void brokenDocumentIsToldBeforeABrokenConnection() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.file("crm-1.json", "{");
            Godwit godwit = plugins.on(UNREACHABLE).build();
            assertThatThrownBy(godwit::migrate).isInstanceOf(InvalidMigrationException.class);
            assertThatThrownBy(godwit::planAll).isInstanceOf(InvalidMigrationException.class);
            assertThatThrownBy(godwit::status).isInstanceOf(InvalidMigrationException.class);
        }
    }

    @Test
    void missingFolderIsToldBeforeThereIsAConnection() {
        Godwit godwit = Godwit.on(UNREACHABLE)
                .plugins(PluginSource.directory(folder.resolve("none")))
                .build();
        assertThat(godwit.migrate(UpgradeTarget.ALL).failure()).isInstanceOf(InvalidMigrationException.class);
        assertThatThrownBy(godwit::planAll).isInstanceOf(InvalidMigrationException.class);
    }

    @Test
    void brokenConnectionIsToldInItsOwnWordsWithOneFullStop() {
        try (PluginFolder plugins = PluginFolder.create()) {
            assertThatThrownBy(plugins.on(UNREACHABLE).build()::migrate)
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("nobody is there. Nothing was changed.");
        }
    }
}
