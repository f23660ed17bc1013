package io.godwit.changelog;

import io.godwit.migration.Version;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import liquibase.change.Change;
import liquibase.change.core.TagDatabaseChange;
import liquibase.changelog.ChangeSet;

/** The versions that tags make: what stands before a tag leads to its version, so that a rollback to it keeps what it tagged. Immutable. */
final class ReleaseTags {

    private static final Version FIRST = Version.parse("1.0.0");

    private final IdentityHashMap<ChangeSet, Version> versions = new IdentityHashMap<>();

    /** @param order all change sets */
    ReleaseTags(List<ChangeSet> order) {
        Version last = null;
        List<ChangeSet> open = new ArrayList<>();
        for (ChangeSet set : order) {
            open.add(set);
            Version tagged = tag(set).flatMap(ReleaseTags::version).orElse(null);
            if (tagged != null && (last == null || tagged.compareTo(last) > 0)) {
                last = tagged;
                close(open, tagged);
            }
        }
        close(open, last == null ? FIRST : after(last));
    }

    private void close(List<ChangeSet> open, Version version) {
        open.forEach(set -> versions.put(set, version));
        open.clear();
    }

    private static Version after(Version last) {
        String[] parts = last.toString().split("[-+]", 2)[0].split("\\.", -1);
        return Version.parse(parts[0] + "." + (Integer.parseInt(parts[1]) + 1) + ".0");
    }

    String of(ChangeSet set) {
        return Objects.requireNonNull(versions.get(set)).toString();
    }

    /** The tag that a change set gives to the database. */
    static Optional<String> tag(ChangeSet set) {
        for (Change change : set.getChanges()) {
            if (change instanceof TagDatabaseChange tag) {
                return Optional.of(String.valueOf(tag.getTag()));
            }
        }
        return Optional.empty();
    }

    private static Optional<Version> version(String tag) {
        try {
            return Optional.of(Version.parse(tag.startsWith("v") ? tag.substring(1) : tag));
        } catch (IllegalArgumentException noVersion) {
            return Optional.empty();
        }
    }

    /** What becomes of a tag, in words. */
    String told(ChangeSet set, String tag) {
        boolean kept = version(tag)
                .filter(version -> version.toString().equals(of(set)))
                .isPresent();
        return kept ? "the tag " + tag + " is the version that leads up to it" : "the tag " + tag + " is left out";
    }
}
