package io.godwit.plan;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.Locale;
import java.util.Objects;

/**
 * Something of the database that a migration makes, changes or drops. Immutable.
 *
 * @param effect what happens to it
 * @param kind what it is
 * @param name its name, as documents write it; of a renamed thing the one before; empty for SQL text
 * @param table the table of an index or trigger; empty for everything else
 * @param to the new name of a renamed thing; empty for everything else
 */
public record Touch(Effect effect, Kind kind, String name, String table, String to) {

    /** What happens to it. */
    public enum Effect {
        MADE("makes"),
        ALTERED("alters"),
        RENAMED("renames"),
        DROPPED("drops"),
        ROWS("changes rows of"),
        PRIVILEGES("changes privileges of"),
        /** SQL text that Godwit does not read: it may do anything. */
        UNKNOWN("runs");

        private final String words;

        Effect(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What it is. */
    public enum Kind {
        TABLE,
        VIEW,
        INDEX,
        TRIGGER,
        SEQUENCE,
        SCHEMA,
        EXTENSION,
        SQL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Touch {
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(to, "to");
    }

    static Touch of(Effect effect, Kind kind, TableName name) {
        return new Touch(effect, kind, name.toString(), "", "");
    }

    static Touch of(Effect effect, Kind kind, Name name) {
        return new Touch(effect, kind, name.text(), "", "");
    }

    static Touch of(Effect effect, Kind kind, Name name, TableName table) {
        return new Touch(effect, kind, name.text(), table.toString(), "");
    }

    Touch to(String other) {
        return new Touch(effect, kind, name, table, other);
    }

    /** Without its effect, such as {@code index by_name of crm.contacts}. */
    String object() {
        if (kind == Kind.SQL) {
            return "SQL text that is not looked into";
        }
        return kind + " " + name + (table.isEmpty() ? "" : " of " + table) + (to.isEmpty() ? "" : " to " + to);
    }

    @Override
    public String toString() {
        return effect.words() + " " + object();
    }
}
