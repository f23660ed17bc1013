package io.godwit.dialect.mysql;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a session of MariaDB is told, as far as it differs from MySQL's. Stateless and thread-safe. */
final class MariaDbSettings extends MySqlSettings {

    private static final String LIMIT = "max_statement_time";

    MariaDbSettings(MySqlSyntax syntax) {
        super(syntax);
    }

    @Override
    Map<String, String> pinned() {
        Map<String, String> pinned = super.pinned();
        pinned.put("check_constraint_checks", "1");
        // MariaDB would cut digits of a second that a column does not keep, where PostgreSQL and MySQL round.
        pinned.put("sql_mode", text(MODE + ",TIME_ROUND_FRACTIONAL"));
        return pinned;
    }

    @Override
    List<String> names() {
        List<String> names = new ArrayList<>(super.names());
        names.add(LIMIT);
        return names;
    }

    /** Ends every statement; in seconds, down to a microsecond. */
    @Override
    public List<String> limit(Duration statementTimeout) {
        long millis = statementTimeout.toMillis();
        return List.of(set(Map.of(LIMIT, millis / 1000 + "." + String.format("%03d", millis % 1000))));
    }
}
