package io.godwit.archive.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Judges packages, and the set of them. Stateless. */
final class SetHealth {

    private SetHealth() {}

    /** Says of one package what its looks and its matrix tell. */
    static void judge(SetMember member, List<BuildCell> cells, List<String> accept) {
        engines(member, cells);
        if (!member.found().isSigned()) {
            member.doubt("it is not signed");
        }
        List<String> raw = member.found().rawSqlEngines();
        if (!raw.isEmpty()) {
            member.doubt("it holds SQL of an engine's own (" + String.join(", ", raw)
                    + "), which cannot be checked: install needs --trust-sql");
        }
        if (!accept.isEmpty()) {
            member.doubt("it is risky: install needs --accept " + String.join(",", accept));
        }
    }

    private static void engines(SetMember member, List<BuildCell> cells) {
        boolean tried = cells.stream().anyMatch(cell -> cell.result() != BuildCell.Result.UNRESOLVED);
        if (tried && cells.stream().noneMatch(cell -> cell.result() == BuildCell.Result.OK)) {
            member.fault("it is refused on every engine: " + cells.get(0).reason());
            return;
        }
        byEngine(cells).forEach((engine, own) -> {
            List<BuildCell> refused =
                    own.stream().filter(BuildCell::disappoints).toList();
            if (!refused.isEmpty()) {
                boolean all = refused.size() == own.size();
                String where = engine
                        + (all
                                ? ""
                                : refused.stream().map(BuildCell::version).collect(Collectors.joining(", ", " ", "")));
                String reason = ": " + refused.get(refused.size() - 1).reason();
                if (all && !member.manifest().engines().isEmpty()) {
                    member.fault("it says that it is for " + engine + ", and is refused there" + reason);
                } else {
                    member.doubt("it is refused on " + where + reason);
                }
            }
        });
    }

    private static Map<String, List<BuildCell>> byEngine(List<BuildCell> cells) {
        return cells.stream()
                .collect(Collectors.groupingBy(BuildCell::engine, LinkedHashMap::new, Collectors.toList()));
    }

    /** The worst of all packages, and what only all of them together say. */
    static PackageHealth of(List<BuildPackage> packages, List<BuildCell> together) {
        List<String> faults = new ArrayList<>();
        byEngine(together)
                .forEach((engine, cells) -> cells.stream()
                        .filter(cell -> cell.result() == BuildCell.Result.REFUSED)
                        .filter(cell -> packages.stream()
                                .noneMatch(one -> one.cells().stream()
                                        .anyMatch(other -> other.engine().equals(engine)
                                                && other.version().equals(cell.version())
                                                && other.result() == BuildCell.Result.REFUSED)))
                        .reduce((first, second) -> second)
                        .ifPresent(cell -> faults.add("each package alone is taken by " + engine + " " + cell.version()
                                + ", and all together are not: " + cell.reason())));
        List<String> reasons = new ArrayList<>(faults);
        for (PackageHealth.Status status : List.of(PackageHealth.Status.UNHEALTHY, PackageHealth.Status.DEGRADED)) {
            packages.stream()
                    .filter(one -> one.health().status() == status)
                    .forEach(one -> one.health()
                            .reasons()
                            .forEach(reason -> reasons.add(one.title() + " (" + one.file() + "): " + reason)));
        }
        PackageHealth.Status worst = packages.stream()
                .map(one -> one.health().status())
                .max(Comparator.naturalOrder())
                .orElse(PackageHealth.Status.HEALTHY);
        return new PackageHealth(faults.isEmpty() ? worst : PackageHealth.Status.UNHEALTHY, reasons);
    }
}
