package io.godwit.cli;

import io.godwit.changelog.FileFilter;
import io.godwit.changelog.LiquibaseSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a Liquibase changelog lies, and which part of it is wanted. */
final class ChangelogOptions {

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

    @Option(names = "-D", paramLabel = "NAME=VALUE", description = "A value for $${NAME} in the changelog.")
    private Map<String, String> parameters = Map.of();

    @Option(names = "--from-tag", paramLabel = "TAG", description = "Only what ran after this tag.")
    private @Nullable String fromTag;

    @Option(names = "--to-tag", paramLabel = "TAG", description = "Only what ran up to this tag.")
    private @Nullable String toTag;

    @Option(names = "--include", paramLabel = "PATTERN", description = "Only change sets of files such as db/*.xml.")
    private List<String> included = List.of();

    @Option(names = "--exclude", paramLabel = "PATTERN", description = "No change sets of such files.")
    private List<String> excluded = List.of();

    @Option(
            names = "--keep-findings",
            description =
                    "Write the file also when something is missing, was changed or cannot be rendered, and say so.")
    private boolean keepsFindings;

    /**
     * The changelog.
     *
     * @param changelog relative to the root
     * @throws UsageException if there is no such root
     */
    LiquibaseSource source(String changelog) {
        if (!Files.isDirectory(root)) {
            throw new UsageException("--root names " + root + ", and there is no such folder");
        }
        return new LiquibaseSource(
                root,
                changelog,
                contexts,
                labels,
                parameters,
                fromTag,
                toTag,
                new FileFilter(included, excluded),
                keepsFindings);
    }
}
