package io.godwit;

import io.godwit.archive.PackageReader;
import io.godwit.archive.PluginPackage;
import io.godwit.archive.build.BuildAssembly;
import io.godwit.archive.build.BuildManifest;
import io.godwit.archive.build.SetEngine;
import io.godwit.archive.build.SetRendering;
import io.godwit.dialect.DialectProvider;
import io.godwit.engine.DialectFinder;
import io.godwit.format.MigrationDocument;
import io.godwit.format.PluginSource;
import io.godwit.plan.Plan;
import io.godwit.plan.UpgradeTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Packages that are to be deployed together, looked at without a database. Not thread-safe. */
public final class PackageSet {

    private final List<PluginSource> plugins = new ArrayList<>();
    private final List<DialectProvider> dialects = new ArrayList<>();
    private PackageReader reader = new PackageReader();
    private @Nullable Instant created;

    /** A set that nothing is known of yet. */
    public PackageSet() {}

    /** How packages are read; by hashes alone unless said. */
    public PackageSet reader(PackageReader other) {
        reader = other;
        return this;
    }

    /** Adds what the host has itself: what packages depend on may come from there, as it does when they are installed. */
    public PackageSet plugins(PluginSource source) {
        plugins.add(source);
        return this;
    }

    /** Adds a dialect that the service loader does not find. */
    public PackageSet dialect(DialectProvider provider) {
        dialects.add(provider);
        return this;
    }

    /** When the manifest says that it was made; nothing unless said. */
    public PackageSet created(Instant time) {
        created = time;
        return this;
    }

    /**
     * Reads packages, resolves in which order they can be installed, and renders each for every version of every engine that is at hand.
     *
     * @param files a file that is named twice counts once
     * @throws io.godwit.failure.PackageRejectedException if one is refused, with its name and the reason
     * @throws io.godwit.failure.InvalidMigrationException with every problem of the documents of one
     * @throws IOException if a file cannot be read any more
     */
    public BuildManifest manifest(Collection<Path> files) throws IOException {
        List<MigrationDocument> host =
                plugins.stream().flatMap(source -> source.documents().stream()).toList();
        List<PluginPackage> packages = new ArrayList<>();
        for (Path file : distinct(files)) {
            packages.add(reader.read(file));
        }
        return new BuildAssembly(packages, host, reader.trusted().publisher(), new Offline(dialects)).manifest(created);
    }

    private static Collection<Path> distinct(Collection<Path> files) throws IOException {
        Collection<Path> distinct = new LinkedHashSet<>();
        for (Path file : files) {
            distinct.add(file.toRealPath());
        }
        return distinct;
    }

    /** Renders as the command of that name does. */
    private static final class Offline implements SetRendering {

        private final List<DialectProvider> dialects;
        private final List<SetEngine> engines;

        Offline(List<DialectProvider> dialects) {
            this.dialects = dialects;
            DialectFinder finder = DialectFinder.with(dialects);
            this.engines = finder.engines().stream()
                    .map(name -> new SetEngine(name, finder.forEngine(name, "").keys(), finder.versions(name)))
                    .toList();
        }

        @Override
        public List<SetEngine> engines() {
            return engines;
        }

        @Override
        public Plan up(PluginSource source, UpgradeTarget target, String engine, String version) {
            OfflineBuilder builder =
                    new OfflineBuilder(engine + ":" + version).plugins(source).target(target);
            dialects.forEach(builder::dialect);
            return builder.planUp();
        }
    }
}
