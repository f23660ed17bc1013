package io.godwit.cli;

import io.godwit.changelog.FileFilter;
import io.godwit.changelog.LiquibaseSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a Liquibase changelog lies, and which part of what ran is wanted. */
final class ChangelogOptions {

    @Mixin
    private ChangelogPlace place;

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
        return place.source(changelog, fromTag, toTag, new FileFilter(included, excluded), keepsFindings);
    }
}
