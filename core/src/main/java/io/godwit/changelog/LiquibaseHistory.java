package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import io.godwit.migration.Migration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The history of Liquibase, beside the changelog that it came from. Needs liquibase-core on the class path. Immutable and thread-safe. */
public final class LiquibaseHistory implements AdoptedHistory {

    private final LiquibaseSource source;

    /** Of the database's changelog. */
    public LiquibaseHistory(LiquibaseSource source) {
        this.source = source;
    }

    @Override
    public List<AdoptedChange> read(Connection connection, Dialect dialect) throws SQLException {
        List<RanChange> rows = new RanChanges(connection, dialect).read();
        try {
            VerifiedChanges.verify(source, dialect, rows);
        } catch (NoClassDefFoundError absent) {
            throw LiquibaseSqlPackage.absent(source.changelog(), absent);
        }
        return rows.stream()
                .map(row -> new AdoptedChange(key(row.file(), row.id(), row.author()), row.executed()))
                .toList();
    }

    @Override
    public Optional<String> key(Migration migration) {
        String said = migration.extensions().get("x-liquibase");
        if (said == null) {
            return Optional.empty();
        }
        Map<String, String> texts = AdoptedHistory.texts(said);
        return Optional.of(
                key(texts.getOrDefault("file", ""), texts.getOrDefault("id", ""), texts.getOrDefault("author", "")));
    }

    /** As Liquibase finds a change set: whatever the case, and without what stands before a path. */
    private static String key(String file, String id, String author) {
        String path = file.replaceFirst("^classpath:", "").replace('\\', '/').replaceAll("^(\\./|/)+", "");
        return (path + "::" + id + "::" + author).toLowerCase(Locale.ROOT);
    }
}
