package io.godwit.cli;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.format.MigrationDocument;
import io.godwit.format.PluginSource;
import io.godwit.migration.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a plugin's folder holds already.
 *
 * @param nextNumber one more than the highest number that a file's name begins with
 * @param nextVersion the next minor version, since what is released must not change any more
 */
record PluginFolder(int nextNumber, Version nextVersion) {

    private static final Pattern NUMBER = Pattern.compile("(?:.*/)?(\\d{1,8})[^/]*");
    private static final Version FIRST = new Version(1, 0, 0, null);

    static PluginFolder read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new PluginFolder(1, FIRST);
        }
        List<MigrationDocument> documents = PluginSource.directory(folder).documents();
        int highest = documents.stream().mapToInt(PluginFolder::number).max().orElse(0);
        Version next = documents.stream()
                .flatMap(document -> version(document).stream())
                .max(Comparator.naturalOrder())
                .map(version -> new Version(version.major(), version.minor() + 1, 0, null))
                .orElse(FIRST);
        return new PluginFolder(highest + 1, next);
    }

    private static int number(MigrationDocument document) {
        Matcher matcher = NUMBER.matcher(document.name());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** Empty for a document that cannot be read: that is for validate to say. */
    private static Optional<Version> version(MigrationDocument document) {
        try {
            return Optional.of(document.read().version());
        } catch (InvalidMigrationException unreadable) {
            return Optional.empty();
        }
    }
}
