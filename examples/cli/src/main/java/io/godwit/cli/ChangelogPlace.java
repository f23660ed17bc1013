package io.godwit.cli;

import io.godwit.changelog.FileFilter;
import io.godwit.changelog.LiquibaseSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a changelog lies, and what its words mean. */
final class ChangelogPlace {

    @Option(
            names = "--root",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The folder that holds all of its files; this one unless said.")
    private Path root;

    @Option(
            names = "--contexts",
            paramLabel = "CONTEXTS",
            defaultValue = "",
            description = "As Liquibase's --contexts.")
    private String contexts;

    @Option(
            names = "--labels",
            paramLabel = "FILTER",
            defaultValue = "",
            description = "As Liquibase's --label-filter.")
    private String labels;

    @Option(names = "-D", paramLabel = "NAME=VALUE", description = "A value for $${NAME}.")
    private Map<String, String> parameters = Map.of();

    /** Values for the changelog's words. */
    Map<String, String> parameters() {
        return parameters;
    }

    /** All of a changelog. */
    LiquibaseSource source(String changelog) {
        return source(changelog, null, null, FileFilter.ALL, false);
    }

    /**
     * A part of a changelog.
     *
     * @param changelog relative to the root
     * @throws UsageException if there is no such root
     */
    LiquibaseSource source(
            String changelog,
            @Nullable String fromTag,
            @Nullable String toTag,
            FileFilter files,
            boolean keepsFindings) {
        if (!Files.isDirectory(root)) {
            throw new UsageException("--root names " + root + ", and there is no such folder");
        }
        return new LiquibaseSource(root, changelog, contexts, labels, parameters, fromTag, toTag, files, keepsFindings);
    }
}
