package io.godwit.universal;

import io.godwit.operation.Operation;
import io.godwit.schema.TableName;
import io.godwit.universal.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what dumps say about the session and about sequences. For one thread. */
final class SettingParser {

    /** Settings of a dump that change no meaning here: limits, messages, checks and places of storage. */
    private static final Set<String> LEFT_OUT = Set.of(
            "statement_timeout",
            "lock_timeout",
            "idle_in_transaction_session_timeout",
            "transaction_timeout",
            "client_encoding",
            "check_function_bodies",
            "xmloption",
            "client_min_messages",
            "row_security",
            "default_tablespace",
            "default_table_access_method",
            "default_with_oids",
            "standard_conforming_strings",
            "search_path");

    private static final Set<String> DEFAULT_PATH = Set.of("", "public", "pg_catalog", "$user");

    private final Reading reading;
    private final TokenReader tokens;

    SettingParser(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    /** {@code SET name = value}. */
    List<Operation> set() {
        int at = tokens.at();
        tokens.expect("set");
        if (!tokens.accept("session")) {
            tokens.accept("local");
        }
        String name = tokens.label().text();
        if (!tokens.acceptSymbol("=") && !tokens.accept("to")) {
            throw unsupported(at, name);
        }
        StringBuilder values = new StringBuilder();
        while (tokens.peek().kind() != Kind.END) {
            values.append(tokens.take().text());
        }
        return leftOut(at, name, values.toString());
    }

    private List<Operation> leftOut(int at, String name, String value) {
        boolean otherMeaning = (name.equals("standard_conforming_strings") && !value.equals("on"))
                || (name.equals("default_with_oids") && !value.equals("false"))
                || (name.equals("search_path") && !isDefaultPath(value));
        if (otherMeaning || !LEFT_OUT.contains(name)) {
            throw unsupported(at, name);
        }
        reading.note("settings of the session are left out: Godwit makes its own");
        return List.of();
    }

    private static boolean isDefaultPath(String value) {
        for (String schema : value.split(",", -1)) {
            if (!DEFAULT_PATH.contains(schema.strip())) {
                return false;
            }
        }
        return true;
    }

    private RuntimeException unsupported(int at, String name) {
        return reading.unsupported(
                at,
                "SET " + name,
                "it would change what follows, or the session",
                name.equals("search_path") ? "the schema before each name" : "nothing, or an engine's own key");
    }

    /** {@code SELECT set_config(…)} and {@code SELECT setval(…)} of a dump; empty for any other query. */
    Optional<List<Operation>> call() {
        int at = tokens.at();
        if (!tokens.accept("select")) {
            return Optional.empty();
        }
        if (tokens.accept("pg_catalog")) {
            tokens.acceptSymbol(".");
        }
        boolean config = tokens.accept("set_config");
        if (!config && !tokens.accept("setval")) {
            return Optional.empty();
        }
        tokens.expectSymbol("(");
        String name = reading.string("a name");
        return config ? Optional.of(leftOut(at, name, configured())) : setValue(at, name);
    }

    private String configured() {
        tokens.expectSymbol(",");
        String value = reading.string("a value");
        tokens.takeRest();
        return value;
    }

    /** An identity column goes on behind the highest number by itself, but on PostgreSQL. */
    private Optional<List<Operation>> setValue(int at, String name) {
        TableName sequence = SerialColumns.sequence(name);
        Optional<ColumnPlace> column = reading.definitions().serials().column(sequence);
        if (column.isEmpty() && reading.passesUnknown()) {
            return Optional.empty();
        } else if (column.isEmpty()) {
            throw reading.unsupported(
                    at,
                    "setval of " + name,
                    "no identity column is numbered by that sequence",
                    "nothing: identity columns go on by themselves");
        }
        int rest = tokens.at();
        tokens.takeRest();
        if (!reading.passesUnknown()) {
            reading.note("setval is left out: numbering goes on behind the highest number");
            return Optional.of(List.of());
        }
        ColumnPlace place = column.get();
        String table = place.table().toString().replace("'", "''");
        String text = "SELECT setval(pg_get_serial_sequence('" + table + "', '"
                + place.column().text().replace("'", "''") + "')" + reading.written(rest, tokens.end());
        return Optional.of(
                List.of(Reading.statement(new Source(text, reading.source().position()))));
    }
}
