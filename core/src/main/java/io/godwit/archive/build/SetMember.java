package io.godwit.archive.build;

import io.godwit.archive.PackageBase;
import io.godwit.archive.PackageManifest;
import io.godwit.archive.PluginPackage;
import io.godwit.archive.RequiredMigration;
import io.godwit.format.MigrationDocument;
import io.godwit.migration.Migration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A package of a set, while it is looked at. For one thread. */
final class SetMember {

    /** The same for the same packages, however they were named. */
    static final Comparator<SetMember> ORDER = Comparator.comparing(SetMember::pluginId)
            .thenComparing(member -> member.manifest().version())
            .thenComparing(SetMember::file)
            .thenComparing(member -> member.found.fingerprint());

    private final PluginPackage found;
    private final List<MigrationDocument> documents;
    private final List<String> faults = new ArrayList<>();
    private final List<String> doubts = new ArrayList<>();
    private boolean counts = true;

    SetMember(PluginPackage found) {
        this.found = found;
        this.documents = found.source().documents();
    }

    PluginPackage found() {
        return found;
    }

    PackageManifest manifest() {
        return found.manifest();
    }

    String pluginId() {
        return manifest().pluginId();
    }

    String file() {
        return found.file().getFileName().toString();
    }

    String title() {
        return title(manifest());
    }

    static String title(PackageManifest manifest) {
        return manifest.pluginId() + " "
                + manifest.delta().map(base -> base.from() + " to ").orElse("") + manifest.version();
    }

    /** What it needs to be applied already; empty for a whole package. */
    List<RequiredMigration> requires() {
        return manifest().delta().map(PackageBase::requires).orElse(List.of());
    }

    boolean isDelta() {
        return manifest().delta().isPresent();
    }

    List<MigrationDocument> documents() {
        return documents;
    }

    List<Migration> migrations() {
        return documents.stream().map(MigrationDocument::read).toList();
    }

    /** Whether it is to be installed: another package of the set holds what is in the others. */
    boolean counts() {
        return counts;
    }

    void leaveOut() {
        counts = false;
    }

    /** Why it cannot be deployed. */
    void fault(String words) {
        faults.add(words);
    }

    /** What somebody must know or allow before it is. */
    void doubt(String words) {
        doubts.add(words);
    }

    PackageHealth health() {
        List<String> reasons = new ArrayList<>(faults);
        reasons.addAll(doubts);
        PackageHealth.Status status = !faults.isEmpty()
                ? PackageHealth.Status.UNHEALTHY
                : doubts.isEmpty() ? PackageHealth.Status.HEALTHY : PackageHealth.Status.DEGRADED;
        return new PackageHealth(status, reasons);
    }
}
