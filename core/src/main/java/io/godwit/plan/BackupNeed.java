package io.godwit.plan;

import java.util.Objects;

/**
 * A migration before which a verified backup should exist. Immutable.
 *
 * @param migration the migration's id
 * @param reason why, for people
 */
public record BackupNeed(String migration, String reason) {

    /** The reason that a document gives. */
    public static final String AUTHOR = "its author says requiresBackup";

    /** The reason why a plugin that is archived has one; it is written in any case. */
    public static final String ARCHIVE = "its plugin is archived";

    public BackupNeed {
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(reason, "reason");
    }
}
