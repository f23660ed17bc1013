package io.godwit.dialect.sqlite;

import io.godwit.schema.EngineObject;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What SQLite says of a whole table and no portable record does; kept in {@link Table#others} so that a rebuild keeps it. */
enum SqliteOptions {
    /** Rows are kept in the order of the primary key; there is no rowid. */
    WITHOUT_ROWID("WITHOUT ROWID"),
    /** SQLite checks the types itself. */
    STRICT("STRICT"),
    /** The numbered column may use a deleted row's number again. */
    REUSED_NUMBERS("PRIMARY KEY without AUTOINCREMENT");

    private final String words;

    SqliteOptions(String words) {
        this.words = words;
    }

    EngineObject object() {
        return new EngineObject(EngineObject.OPTION, Name.of(words), words);
    }

    boolean isSetOn(Table table) {
        return table.others().contains(object());
    }

    /** What SQLite says of one constraint, such as ON CONFLICT or DEFERRABLE; the name is the constraint's. */
    static EngineObject ofConstraint(Name constraint, String words) {
        return new EngineObject(EngineObject.OPTION, constraint, words);
    }

    /** What NOT NULL of a column goes by. */
    static Name notNull(Name column) {
        return Name.of("NOT NULL " + column);
    }

    /** What the declared type of a column goes by. */
    static Name declared(Name column) {
        return Name.of("TYPE " + column);
    }

    /** What the columns of a key go by. */
    static Name parts(Name constraint) {
        return Name.of("COLUMNS " + constraint);
    }

    /** What is kept under that name. */
    static Optional<String> words(Table table, Name name) {
        return table.others().stream()
                .filter(other -> other.isOption() && other.name().equals(name))
                .map(EngineObject::sql)
                .findFirst();
    }

    /** What {@link #ofConstraint} kept, with its leading space; nothing for a constraint of which nothing is said. */
    static String ofConstraint(Table table, @Nullable Name constraint) {
        return table.others().stream()
                .filter(other -> other.isOption() && other.name().equals(constraint))
                .map(other -> " " + other.sql())
                .collect(Collectors.joining());
    }

    /** What stands after the closing bracket of CREATE TABLE, with its leading space. */
    static String suffix(Table table) {
        boolean keyed = WITHOUT_ROWID.isSetOn(table);
        boolean strict = STRICT.isSetOn(table);
        return (keyed || strict ? " " : "")
                + (keyed ? WITHOUT_ROWID.words : "")
                + (keyed && strict ? ", " : "")
                + (strict ? STRICT.words : "");
    }
}
