package io.godwit.changelog;

import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * One row of Liquibase's history, or one that it would write. Immutable.
 *
 * @param ran when; null for "now"
 * @param checksum with its version, such as {@code 9:…}; null if Liquibase will set it
 */
record RanChange(
        String id,
        String author,
        String file,
        @Nullable Timestamp ran,
        int order,
        String execType,
        @Nullable String checksum,
        Notes notes) {

    /** What Liquibase never decides by, as it stands in the row. */
    record Notes(
            @Nullable String description,
            @Nullable String comments,
            @Nullable String tag,
            @Nullable String liquibase,
            @Nullable String contexts,
            @Nullable String labels,
            @Nullable String deployment) {}

    /** Whether the change set's SQL ran. */
    boolean executed() {
        return execType.equals("EXECUTED") || execType.equals("RERAN");
    }

    /** As Liquibase writes it. */
    String place() {
        return file + "::" + id + "::" + author;
    }
}
