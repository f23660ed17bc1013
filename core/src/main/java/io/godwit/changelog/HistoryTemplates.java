package io.godwit.changelog;

import io.godwit.dialect.Dialect;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import liquibase.change.core.RawSQLChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.sqlgenerator.SqlGeneratorFactory;

/** The templates that were learned, one for each engine and version: to ask Liquibase takes as long as a thousand files. Thread-safe. */
final class HistoryTemplates {

    private static final Map<String, Optional<HistoryTemplate>> LEARNED = new ConcurrentHashMap<>();

    private HistoryTemplates() {}

    /** @throws NoClassDefFoundError if liquibase-core is not there */
    static HistoryTemplate of(Dialect dialect, LiquibaseSource source) throws NotPlainException {
        String key = dialect.engine() + ":" + dialect.version();
        Optional<HistoryTemplate> known = LEARNED.get(key);
        if (known == null) {
            known = LiquibaseThread.call(source.changelog(), () -> learn(dialect, source));
            LEARNED.put(key, known);
        }
        return known.orElseThrow(() -> new NotPlainException("a history that is not understood"));
    }

    private static Optional<HistoryTemplate> learn(Dialect dialect, LiquibaseSource source) throws Exception {
        try (LiquibaseReader reader = new LiquibaseReader(source, dialect)) {
            Database database = reader.database();
            HistoryRenderer history = new HistoryRenderer(database);
            return HistoryTemplate.learn(history, database.getShortName(), history.table(), isSplitByReturns(database));
        }
    }

    private static boolean isSplitByReturns(Database database) {
        RawSQLChange change = new RawSQLChange("a\nb");
        change.setChangeSet(new ChangeSet("id", "author", false, false, "file", null, null, new DatabaseChangeLog()));
        return Arrays.stream(change.generateStatements(database))
                .flatMap(statement ->
                        Arrays.stream(SqlGeneratorFactory.getInstance().generateSql(statement, database)))
                .anyMatch(sql -> sql.toSql().indexOf('\r') >= 0);
    }
}
