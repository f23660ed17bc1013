package io.godwit.changelog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import liquibase.ChecksumVersion;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import org.jspecify.annotations.Nullable;

/** The change sets of a changelog, found as Liquibase finds them: by file, id and author, whatever their case. For one thread. */
final class ChangeSets {

    private final Map<String, List<ChangeSet>> byPlace = new HashMap<>();
    private final Database database;
    private final Findings findings;
    private final RowNotes notes;

    ChangeSets(DatabaseChangeLog changelog, Database database, Findings findings) {
        this.database = database;
        this.findings = findings;
        this.notes = new RowNotes(findings);
        for (ChangeSet set : changelog.getChangeSets()) {
            byPlace.computeIfAbsent(key(set.getFilePath(), set.getId(), set.getAuthor()), key -> new ArrayList<>())
                    .add(set);
        }
    }

    /** The change set of a row, the one for this engine if there are several; empty if there is none. */
    Optional<ChangeSet> find(RanChange row) {
        return at(row).stream()
                .filter(set -> DatabaseList.definitionMatches(set.getDbmsSet(), database, true))
                .findFirst();
    }

    /** Compares a row with its change set, and says what is wrong or unknown. */
    void verify(RanChange row, @Nullable ChangeSet set) {
        if (set != null) {
            compare(row, set);
        } else if (at(row).isEmpty()) {
            findings.problem(row.place(), "the history has this change set, and the changelog has not");
        } else {
            findings.problem(
                    row.place(),
                    "is for " + at(row).get(0).getDbmsSet() + " alone, and has no SQL for " + database.getShortName());
        }
        notes.again(row);
    }

    private List<ChangeSet> at(RanChange row) {
        return byPlace.getOrDefault(key(row.file(), row.id(), row.author()), List.of());
    }

    private void compare(RanChange row, ChangeSet set) {
        CheckSum stored = notes.checksum(row);
        if (stored != null && !set.isCheckSumValid(stored)) {
            findings.problem(
                    row.place(),
                    "was changed after it ran: the history has " + stored + ", the file is now "
                            + set.generateCheckSum(ChecksumVersion.enumFromChecksumVersion(stored.getVersion())));
        }
    }

    private static String key(String file, String id, String author) {
        String path = DatabaseChangeLog.normalizePath(file);
        return (path + "\n" + id + "\n" + author).toLowerCase(Locale.ROOT);
    }
}
