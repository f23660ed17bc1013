package io.godwit.archive.build;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a set of packages is: contents and hashes, the order in which they are installed, where they run, and what they risk. The same
 * packages give the same text, whatever the order in which they were named. Immutable.
 *
 * @param packages by plugin, version and name of the file
 * @param order those that are to be installed, one after the other
 * @param together how all of {@code order} is rendered from an empty database, for each version of each engine
 * @param health the worst of its packages, with what stands against them as a set
 * @param madeAt when it says that it was made; null if it says nothing
 */
public record BuildManifest(
        List<BuildPackage> packages,
        List<BuildPackage> order,
        List<BuildCell> together,
        PackageHealth health,
        @Nullable Instant madeAt) {

    /** The {@code format} of every one. */
    public static final String FORMAT = "godwit-build-manifest-v1";

    public BuildManifest {
        Objects.requireNonNull(health, "health");
        packages = List.copyOf(packages);
        order = List.copyOf(order);
        together = List.copyOf(together);
    }

    /** When it says that it was made. */
    public Optional<Instant> made() {
        return Optional.ofNullable(madeAt);
    }

    /** As one JSON document. */
    public String toJson() {
        return new BuildJson().text(new BuildDocument(this).tree());
    }

    /** The same content as YAML 1.2. */
    public String toYaml() {
        return new BuildYaml().text(new BuildDocument(this).tree());
    }

    /** One line for each package, and one for all. */
    public String summary() {
        return new BuildSummary(this).text();
    }

    /** A deployment report, in Markdown: what, in which order, by which commands, where it runs, what it risks, how to undo it. */
    public String toMarkdown() {
        return new BuildReport(this).text();
    }
}
