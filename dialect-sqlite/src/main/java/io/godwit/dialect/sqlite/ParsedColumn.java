package io.godwit.dialect.sqlite;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column as the text of its CREATE TABLE has it. Immutable.
 *
 * @param name its name
 * @param declared its declared type, words parted by one blank; empty for none
 * @param notNull whether it says NOT NULL
 * @param notNullConflict {@code ON CONFLICT …} after that; empty for nothing
 * @param autoincrement whether it says AUTOINCREMENT
 * @param defaultText what follows DEFAULT, brackets included; null for none
 * @param collation null for none
 * @param generated the expression it is made of; null for none
 * @param stored whether that is kept on disk
 * @param checks its own conditions
 * @param comment null for none
 */
record ParsedColumn(
        String name,
        String declared,
        boolean notNull,
        String notNullConflict,
        boolean autoincrement,
        @Nullable String defaultText,
        @Nullable String collation,
        @Nullable String generated,
        boolean stored,
        List<ParsedCheck> checks,
        @Nullable String comment) {

    ParsedColumn {
        checks = List.copyOf(checks);
    }

    /**
     * A condition.
     *
     * @param name null for none
     * @param condition what stands in its brackets
     */
    record ParsedCheck(@Nullable String name, String condition) {}
}
