package io.godwit.dialect.postgres;

import io.godwit.dialect.SessionSettings;
import io.godwit.dialect.SqlSyntax;
import io.godwit.schema.Name;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a session is told. What it said before is kept in settings of our own and put back at the end, exactly: RESET would lose
 * what the host's pool had set. Told twice, the session keeps what it said first. Stateless and thread-safe.
 */
final class PostgresSettings implements SessionSettings {

    /** Settings that change what a text means, or how the catalog is read back, and their standard. */
    private static final Map<String, String> PINNED = pinned();

    /**
     * A client that the network lost is noticed within half a minute, whatever the session does. Without meaning where it is no network;
     * a platform that cannot do it says so in the server's log and goes without.
     */
    private static final Map<String, String> REACHABLE = new TreeMap<>(Map.of(
            "tcp_keepalives_idle", "10",
            "tcp_keepalives_interval", "5",
            "tcp_keepalives_count", "4",
            "tcp_user_timeout", "30000"));

    private static final String PATH = "search_path";

    private final PostgresVersion version;
    private final SqlSyntax syntax = new PostgresSyntax();

    PostgresSettings(PostgresVersion version) {
        this.version = version;
    }

    private static Map<String, String> pinned() {
        Map<String, String> pinned = new LinkedHashMap<>();
        pinned.put("standard_conforming_strings", "on");
        pinned.put("transform_null_equals", "off");
        pinned.put("array_nulls", "on");
        pinned.put("bytea_output", "hex");
        pinned.put("DateStyle", "ISO, MDY");
        pinned.put("IntervalStyle", "postgres");
        pinned.put("TimeZone", "UTC");
        pinned.put("xmloption", "content");
        pinned.put("quote_all_identifiers", "off");
        pinned.put("check_function_bodies", "on");
        pinned.put("default_transaction_isolation", "read committed");
        pinned.put("client_min_messages", "warning");
        return pinned;
    }

    @Override
    public List<String> open(Duration lockTimeout) {
        Map<String, String> settings = new LinkedHashMap<>(PINNED);
        settings.put("lock_timeout", milliseconds(lockTimeout));
        settings.putAll(REACHABLE);
        List<String> statements = new ArrayList<>();
        statements.add(select(names().stream().map(PostgresSettings::save).toList()));
        statements.add(select(settings.entrySet().stream()
                .map(setting -> set(setting.getKey(), "'" + setting.getValue() + "'"))
                .toList()));
        if (version.atLeast(14)) {
            // A server that notices a dead client stops its statement; only Linux servers can, the others refuse the
            // setting.
            statements.add(select(List.of(set("client_connection_check_interval", "'5s'")))
                    + " WHERE version() LIKE '%linux%'");
        }
        return statements;
    }

    @Override
    public List<String> limit(Duration statementTimeout) {
        return List.of("SET statement_timeout = " + milliseconds(statementTimeout));
    }

    /** A server of version 13 ends no session but one that is silent in a transaction. */
    @Override
    public List<String> idle(Duration patience) {
        String value = "'" + milliseconds(patience) + "'";
        return List.of(select(idleNames().stream()
                .map(name -> patience.isZero() ? back(name) : set(name, value))
                .toList()));
    }

    private List<String> idleNames() {
        String inTransaction = "idle_in_transaction_session_timeout";
        return version.atLeast(14) ? List.of(inTransaction, "idle_session_timeout") : List.of(inTransaction);
    }

    @Override
    public List<String> close() {
        return List.of(
                select(names().stream().map(PostgresSettings::back).toList()),
                select(names().stream().map(name -> set(saved(name), "''")).toList()));
    }

    /** A path may be empty, which must not look as if nothing were kept. */
    @Override
    public List<String> enter(Name schema) {
        String path = syntax.text(syntax.name(schema));
        return List.of(
                select(List.of(set(
                        saved(PATH),
                        "coalesce(nullif(current_setting('" + saved(PATH) + "', true), ''), '=' || current_setting('"
                                + PATH + "'))"))),
                select(List.of(set(PATH, path))));
    }

    @Override
    public List<String> leave() {
        return List.of(
                select(List.of(set(
                        PATH,
                        "coalesce(substr(nullif(current_setting('" + saved(PATH)
                                + "', true), ''), 2), current_setting('" + PATH + "'))"))),
                select(List.of(set(saved(PATH), "''"))));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(PINNED.keySet());
        names.add("lock_timeout");
        names.add("statement_timeout");
        names.addAll(REACHABLE.keySet());
        names.addAll(idleNames());
        if (version.atLeast(14)) {
            names.add("client_connection_check_interval");
        }
        return names;
    }

    private static String save(String name) {
        return set(
                saved(name),
                "coalesce(nullif(current_setting('" + saved(name) + "', true), ''), current_setting('" + name + "'))");
    }

    private static String back(String name) {
        return set(
                name,
                "coalesce(nullif(current_setting('" + saved(name) + "', true), ''), current_setting('" + name + "'))");
    }

    private static String saved(String name) {
        return "godwit." + name;
    }

    private static String set(String name, String value) {
        return "set_config('" + name + "', " + value + ", false)";
    }

    private static String select(List<String> calls) {
        return calls.stream().collect(Collectors.joining(", ", "SELECT ", ""));
    }

    private static String milliseconds(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
