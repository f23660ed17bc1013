package io.godwit.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.tck.harness.MemoryBackups;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BackupExpiryTest {

    private final MemoryBackups store = new MemoryBackups();
    private final BackupPlace place = new BackupPlace(store);

    private String backup(String plugin, String createdAt) throws IOException, SQLException {
        return backup(plugin, createdAt, "its author says requiresBackup");
    }

    private String backup(String plugin, String createdAt, String reason) throws IOException, SQLException {
        String name = place.name(plugin, "1.0.0", createdAt, "0f8fad5b");
        place.write(
                name,
                file -> new BackupManifest(
                        plugin,
                        "1.0.0",
                        "sqlite",
                        "3",
                        createdAt,
                        BackupContent.TABLES,
                        reason,
                        "",
                        "run",
                        List.of(),
                        List.of(),
                        List.of()));
        return name;
    }

    private List<String> expired(BackupRetention retention, String plugin, String newest) throws IOException {
        return new BackupExpiry(place, retention, store.names()).of(plugin, newest);
    }

    @Test
    void whatAnyRuleKeepsStays() throws IOException, SQLException {
        String first = backup("crm", "2026-01-01T00:00:00Z");
        String second = backup("crm", "2026-02-01T00:00:00Z");
        String third = backup("crm", "2026-03-01T00:00:00Z");
        String newest = backup("crm", "2026-03-02T00:00:00.123Z");
        assertThat(expired(BackupRetention.last(1), "crm", newest)).containsExactly(third, second, first);
        assertThat(expired(BackupRetention.last(3), "crm", newest)).containsExactly(first);
        assertThat(expired(BackupRetention.last(9), "crm", newest)).isEmpty();
        assertThat(expired(BackupRetention.within(Duration.ofDays(7)), "crm", newest))
                .containsExactly(second, first);
        assertThat(expired(BackupRetention.within(Duration.ofDays(7)).orLast(3), "crm", newest))
                .containsExactly(first);
    }

    @Test
    void onlyThePluginsOwnGoAndNoneThatIsNewer() throws IOException, SQLException {
        backup("crm-extra", "2026-01-01T00:00:00Z");
        backup("crm-1.0.0", "2026-01-01T00:00:00Z");
        backup("", "2026-01-01T00:00:00Z");
        String old = backup("crm", "2026-01-01T00:00:00Z");
        String newest = backup("crm", "2026-03-02T00:00:00Z");
        backup("crm", "2027-01-01T00:00:00Z");
        assertThat(expired(BackupRetention.last(1), "crm", newest)).containsExactly(old);
    }

    @Test
    void whatAnotherDatabaseKeepsInTheSamePlaceStays() throws IOException, SQLException {
        backup("crm", "2026-01-01T00:00:00Z");
        String newest = backup("crm", "2026-03-02T00:00:00Z");
        assertThat(new BackupExpiry(place, BackupRetention.last(1), Set.of(newest)).of("crm", newest))
                .isEmpty();
    }

    @Test
    void archivesStayUnlessTold() throws IOException, SQLException {
        String archive = backup("crm", "2026-01-01T00:00:00Z", BackupManifest.ARCHIVE);
        String newest = backup("crm", "2026-03-02T00:00:00Z");
        assertThat(expired(BackupRetention.last(1), "crm", newest)).isEmpty();
        assertThat(expired(BackupRetention.last(1).withArchives(), "crm", newest))
                .containsExactly(archive);
    }

    @Test
    void whatCannotBeReadStays() throws IOException, SQLException {
        String old = backup("crm", "2026-01-01T00:00:00Z");
        String damaged = backup("crm", "2026-02-01T00:00:00Z");
        byte[] bytes = store.read(damaged).readAllBytes();
        store.delete(damaged);
        store.write(damaged, out -> out.write(bytes, 0, bytes.length / 2));
        String newest = backup("crm", "2026-03-02T00:00:00Z");
        assertThat(expired(BackupRetention.last(1), "crm", newest)).containsExactly(old);
    }

    @Test
    void aNegativeNumberIsRefused() {
        assertThatThrownBy(() -> BackupRetention.last(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
