package io.godwit.archive.build;

import io.godwit.archive.PluginPackage;
import io.godwit.archive.PublisherKey;
import io.godwit.archive.RequiredMigration;
import io.godwit.format.CanonicalHash;
import io.godwit.format.MigrationDocument;
import io.godwit.migration.Migration;
import io.godwit.plan.UpgradeTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a manifest of packages that were read. For one use, on one thread. */
public final class BuildAssembly {

    private final List<SetMember> members;
    private final List<MigrationDocument> host;
    private final @Nullable PublisherKey publisher;
    private final SetMatrix matrix;

    /**
     * Takes what it is made of.
     *
     * @param packages in any order
     * @param host what the host has; what it has of the packages' own plugins does not count
     * @param publisher by whom all packages are known to be signed; null if nobody asked
     * @param rendering what renders them
     */
    public BuildAssembly(
            Collection<PluginPackage> packages,
            Collection<MigrationDocument> host,
            @Nullable PublisherKey publisher,
            SetRendering rendering) {
        this.members =
                packages.stream().map(SetMember::new).sorted(SetMember.ORDER).toList();
        this.host = host.stream().filter(document -> isOfHost(document.read())).toList();
        this.publisher = publisher;
        this.matrix = new SetMatrix(rendering);
    }

    /** What a delta starts from may be there. */
    private boolean isOfHost(Migration migration) {
        Set<RequiredMigration> required =
                members.stream().flatMap(member -> member.requires().stream()).collect(Collectors.toSet());
        return members.stream().noneMatch(member -> member.pluginId().equals(migration.pluginId()))
                || required.contains(new RequiredMigration(
                        migration.id(),
                        migration.version(),
                        CanonicalHash.hash(migration).up()));
    }

    /**
     * Makes it.
     *
     * @param made when it is to say that it was made; null for nothing
     * @throws IOException if a file cannot be read any more
     */
    public BuildManifest manifest(@Nullable Instant made) throws IOException {
        SetRivals.settle(members);
        SetOrder order = new SetOrder(members, host);
        Map<SetMember, BuildPackage> packages = new HashMap<>();
        for (SetMember member : members) {
            packages.put(member, described(member, order));
        }
        List<BuildPackage> all = members.stream().map(packages::get).toList();
        List<BuildPackage> placed = order.placed().stream().map(packages::get).toList();
        List<BuildCell> together = together(order, placed);
        return new BuildManifest(all, placed, together, SetHealth.of(all, together), made);
    }

    private List<BuildCell> together(SetOrder order, List<BuildPackage> placed) {
        Set<String> applied = order.applied();
        List<MigrationDocument> documents = documents(List.of(), order.placed()).stream()
                .filter(document -> applied.contains(document.read().id()))
                .toList();
        boolean tried = placed.stream()
                .flatMap(one -> one.cells().stream())
                .noneMatch(cell -> cell.result() == BuildCell.Result.UNRESOLVED);
        if (documents.isEmpty() || !tried) {
            return matrix.unresolved(List.of());
        }
        List<BuildCell> cells = matrix.cells(documents, UpgradeTarget.ALL, List.of(), plan -> {});
        return IntStream.range(0, cells.size())
                .mapToObj(at -> cells.get(at)
                        .claimed(placed.stream()
                                .allMatch(one -> one.cells().get(at).claimed())))
                .toList();
    }

    /** Those first, then those of packages, then the host's. */
    private List<MigrationDocument> documents(List<MigrationDocument> first, List<SetMember> others) {
        List<MigrationDocument> rest = new ArrayList<>();
        others.forEach(member -> rest.addAll(member.documents()));
        rest.addAll(host);
        return SetOrder.union(first, rest);
    }

    private BuildPackage described(SetMember member, SetOrder order) throws IOException {
        List<String> engines = member.manifest().engines();
        SetRisks risks =
                new SetRisks(member.migrations().stream().map(Migration::id).collect(Collectors.toSet()));
        List<MigrationDocument> documents = documents(member.documents(), order.placed());
        boolean based = documents.stream()
                .map(document -> document.read().id())
                .collect(Collectors.toSet())
                .containsAll(
                        member.requires().stream().map(RequiredMigration::id).toList());
        boolean known = based
                && order.placed().stream()
                        .anyMatch(other -> other == member
                                || (!member.counts() && other.pluginId().equals(member.pluginId())));
        List<BuildCell> cells = known
                ? matrix.cells(
                        documents,
                        new UpgradeTarget(member.pluginId(), member.manifest().version()),
                        engines,
                        risks::take)
                : matrix.unresolved(engines);
        SetHealth.judge(member, cells, risks.accept());
        SetNeeds needs =
                new SetNeeds(members, host.stream().map(MigrationDocument::read).toList());
        return new BuildPackage(
                member.file(),
                Files.size(member.found().file()),
                member.found().sha256(),
                member.found().fingerprint(),
                member.found().isSigned(),
                publisher == null ? "" : publisher.fingerprint(),
                member.manifest(),
                needs.dependencies(member),
                needs.conflicts(member),
                member.found().rawSql(),
                member.found().rawSqlEngines(),
                risks.findings(),
                risks.accept(),
                risks.irreversible(),
                cells,
                member.health());
    }
}
