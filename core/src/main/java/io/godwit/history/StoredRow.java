package io.godwit.history;

import io.godwit.failure.GodwitException;
import io.godwit.failure.RepairNeededException;
import io.godwit.format.CanonicalHash;
import io.godwit.format.Hashes;
import io.godwit.format.MigrationReader;
import io.godwit.migration.Version;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A row of {@code godwit_migration} as it stands there, whether or not it makes sense. Immutable.
 *
 * @param columns texts by the columns' names; a NULL is empty
 */
record StoredRow(Map<String, String> columns) {

    /** Those that every run reads, in the order in which they are selected. */
    static final List<String> SMALL = List.of(
            "seq",
            "plugin_id",
            "migration_id",
            "version",
            "state",
            "up_hash",
            "down_hash",
            "source_hash",
            "relations",
            "applied_at",
            "actor",
            "duration_ms");

    private static final Map<String, Function<String, Object>> READINGS = Map.of(
            "seq", Long::valueOf,
            "version", Version::parse,
            "state", MigrationState::parse,
            "relations", Relations::parse,
            "duration_ms", Long::valueOf);

    static StoredRow read(ResultSet row, List<String> columns) throws SQLException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String text = row.getString(i + 1);
            texts.put(columns.get(i), text == null ? "" : text);
        }
        return new StoredRow(texts);
    }

    String id() {
        return text("migration_id");
    }

    String text(String column) {
        return columns.getOrDefault(column, "");
    }

    /** The same with another text in one column. */
    StoredRow with(String column, String text) {
        Map<String, String> other = new LinkedHashMap<>(columns);
        other.put(column, text);
        return new StoredRow(other);
    }

    /** The columns that cannot be read. */
    List<Damage> unreadable() {
        List<Damage> damages = new ArrayList<>();
        READINGS.forEach((column, reading) -> read(column, reading).ifPresent(damages::add));
        return damages;
    }

    private Optional<Damage> read(String column, Function<String, Object> reading) {
        try {
            Objects.requireNonNull(reading.apply(text(column)));
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(new Damage(RowCheck.TABLE, id(), column, "it cannot be read"));
        }
    }

    /**
     * What it says.
     *
     * @throws RepairNeededException if it cannot be read
     */
    AppliedMigration row() {
        try {
            return new AppliedMigration(
                    Long.parseLong(text("seq")),
                    text("plugin_id"),
                    id(),
                    Version.parse(text("version")),
                    MigrationState.parse(text("state")),
                    text("up_hash"),
                    text("down_hash"),
                    text("source_hash"),
                    Relations.parse(text("relations")),
                    text("applied_at"),
                    text("actor"),
                    Long.parseLong(text("duration_ms")));
        } catch (RuntimeException e) {
            throw new RepairNeededException(Damages.message(unreadable()), e);
        }
    }

    /** Whether the document has the hashes that stand beside it: all that proves it in rows of older versions. */
    boolean hashesItsDocument() {
        try {
            Hashes hashes = CanonicalHash.hash(MigrationReader.ofHistory().read(id(), text("document")));
            return hashes.up().equals(text("up_hash")) && hashes.down().equals(text("down_hash"));
        } catch (GodwitException | IllegalArgumentException e) {
            return false;
        }
    }
}
