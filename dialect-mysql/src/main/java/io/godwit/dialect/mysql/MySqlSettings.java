package io.godwit.dialect.mysql;

import io.godwit.dialect.SessionSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a session is told, in one statement, and what it was before. Stateless and thread-safe. */
class MySqlSettings implements SessionSettings {

    /**
     * Strict also for engines without transactions, and with none of the modes that change what a text means: ANSI_QUOTES,
     * PIPES_AS_CONCAT, NO_BACKSLASH_ESCAPES, IGNORE_SPACE, PAD_CHAR_TO_FULL_LENGTH, REAL_AS_FLOAT.
     */
    static final String MODE = "STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_DATE,NO_ZERO_IN_DATE,"
            + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO";

    /** The longest that lock_wait_timeout takes: a year. */
    private static final long LONGEST_SECONDS = 31_536_000;

    private static final String IDLE_BEFORE = "@godwit_wait_timeout";

    private final MySqlSyntax syntax;

    MySqlSettings(MySqlSyntax syntax) {
        this.syntax = syntax;
    }

    /** Settings that change what a text means, or how the catalog is read back, and their standard. */
    Map<String, String> pinned() {
        Map<String, String> pinned = new LinkedHashMap<>();
        pinned.put("sql_mode", text(MODE));
        pinned.put("time_zone", text("+00:00"));
        // Of texts and casts in an expression; a view keeps it. What the driver encodes is the driver's business.
        pinned.put("collation_connection", text(syntax.exactCollation()));
        pinned.put("foreign_key_checks", "1");
        pinned.put("unique_checks", "1");
        pinned.put("sql_safe_updates", "0");
        pinned.put("sql_auto_is_null", "0");
        pinned.put("sql_select_limit", "18446744073709551615");
        pinned.put("group_concat_max_len", "1048576");
        pinned.put("div_precision_increment", "4");
        pinned.put("lc_time_names", text("en_US"));
        pinned.put("default_storage_engine", text("InnoDB"));
        if (!syntax.isMariaDb()) {
            // The catalog's numbers of rows would be those of yesterday.
            pinned.put("information_schema_stats_expiry", "0");
        }
        pinned.put(isolation(), text("READ-COMMITTED"));
        return pinned;
    }

    /** As the server calls it: MariaDB took MySQL's word in 11.1. */
    private String isolation() {
        return syntax.isMariaDb() && !syntax.version().atLeast(11, 1, 0) ? "tx_isolation" : "transaction_isolation";
    }

    /** What is bounded in seconds, at least one. */
    @Override
    public List<String> open(Duration lockTimeout) {
        long asked = lockTimeout.isZero()
                ? LONGEST_SECONDS
                : lockTimeout.plusMillis(999).toSeconds();
        String seconds = Long.toString(Math.min(Math.max(1, asked), LONGEST_SECONDS));
        Map<String, String> settings = pinned();
        settings.put("lock_wait_timeout", seconds);
        settings.put("innodb_lock_wait_timeout", seconds);
        return List.of(set(settings));
    }

    /** MySQL's max_execution_time ends nothing but SELECT, so that statements are cancelled from outside. */
    @Override
    public List<String> limit(Duration statementTimeout) {
        return List.of();
    }

    /** The server asks nobody whether a client is still there: https://dev.mysql.com/doc/refman/9.4/en/gone-away.html. */
    @Override
    public List<String> idle(Duration patience) {
        // MariaDB takes a variable that was never set for a text, MySQL what is now signed, now not, for a decimal.
        String before = "CAST(coalesce(" + IDLE_BEFORE + ", @@session.wait_timeout) AS UNSIGNED)";
        return List.of(
                patience.isZero()
                        ? "SET SESSION wait_timeout = " + before + ", " + IDLE_BEFORE + " = NULL"
                        : "SET " + IDLE_BEFORE + " = " + before + ", SESSION wait_timeout = "
                                + patience.plusMillis(999).toSeconds());
    }

    @Override
    public List<String> restore(Connection connection) throws SQLException {
        List<String> names = names();
        String select =
                names.stream().map(name -> "@@session." + name).collect(Collectors.joining(", ", "SELECT ", ""));
        Map<String, String> before = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            row.next();
            for (int index = 0; index < names.size(); index++) {
                String value = row.getString(index + 1);
                boolean number = value.matches("\\d+(\\.\\d+)?");
                before.put(names.get(index), number ? value : text(value));
            }
        }
        return List.of(set(before));
    }

    List<String> names() {
        List<String> names = new ArrayList<>(pinned().keySet());
        names.add("lock_wait_timeout");
        names.add("innodb_lock_wait_timeout");
        names.add("wait_timeout");
        return names;
    }

    /** What a session has by the server's own settings; {@link #restore} knows better. */
    @Override
    public List<String> close() {
        return List.of(set(names().stream().collect(Collectors.toMap(name -> name, name -> "DEFAULT"))));
    }

    static String set(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> "SESSION " + setting.getKey() + " = " + setting.getValue())
                .collect(Collectors.joining(", ", "SET ", ""));
    }

    static String text(String value) {
        return "'" + value + "'";
    }
}
