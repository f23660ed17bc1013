package io.godwit.changelog;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Liquibase changelog, and which part of it is wanted. Immutable.
 *
 * @param root the folder that holds all of its files
 * @param changelog relative to the root, as Liquibase stores it
 * @param contexts as Liquibase's {@code --contexts}; empty for all change sets
 * @param labels as Liquibase's {@code --label-filter}; empty for all change sets
 * @param parameters values for {@code ${name}}
 * @param fromTag only what was executed after the row with this tag; null from the start
 * @param toTag only what was executed up to the row with this tag; null to the end
 * @param files which files' change sets are wanted
 * @param keepsFindings whether what would be refused becomes a finding instead: the script then says what it lacks
 */
public record LiquibaseSource(
        Path root,
        String changelog,
        String contexts,
        String labels,
        Map<String, String> parameters,
        @Nullable String fromTag,
        @Nullable String toTag,
        FileFilter files,
        boolean keepsFindings) {

    public LiquibaseSource {
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(changelog, "changelog");
        Objects.requireNonNull(contexts, "contexts");
        Objects.requireNonNull(labels, "labels");
        parameters = Map.copyOf(parameters);
        Objects.requireNonNull(files, "files");
    }

    /** All of a changelog. */
    public static LiquibaseSource of(Path root, String changelog) {
        return new LiquibaseSource(root, changelog, "", "", Map.of(), null, null, FileFilter.ALL, false);
    }

    /** Whether the script begins where an earlier one ended, so that the history's tables are there. */
    boolean continues() {
        return fromTag != null;
    }
}
