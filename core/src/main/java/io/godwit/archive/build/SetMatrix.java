package io.godwit.archive.build;

import io.godwit.failure.GodwitException;
import io.godwit.format.MigrationDocument;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import io.godwit.plan.UpgradeTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Renders for every version of every engine. Stateless. */
final class SetMatrix {

    private final SetRendering rendering;

    SetMatrix(SetRendering rendering) {
        this.rendering = rendering;
    }

    /**
     * One cell for each version of each engine.
     *
     * @param engines for which it is; empty for every one
     * @param taker is given each plan
     */
    List<BuildCell> cells(
            List<MigrationDocument> documents, UpgradeTarget target, List<String> engines, Consumer<Plan> taker) {
        List<BuildCell> cells = new ArrayList<>();
        for (SetEngine engine : rendering.engines()) {
            for (String version : engine.versions()) {
                cells.add(cell(documents, target, engine.name(), version, engine.isOf(engines), taker));
            }
        }
        return cells;
    }

    private BuildCell cell(
            List<MigrationDocument> documents,
            UpgradeTarget target,
            String engine,
            String version,
            boolean claimed,
            Consumer<Plan> taker) {
        Plan plan;
        try {
            plan = rendering.up(() -> documents, target, engine, version);
        } catch (GodwitException e) {
            return new BuildCell(engine, version, BuildCell.Result.REFUSED, claimed, SetOrder.words(e));
        }
        taker.accept(plan);
        String skipped = plan.migrations().stream()
                .filter(migration -> !migration.runs())
                .map(MigrationPlan::id)
                .collect(Collectors.joining(", "));
        return new BuildCell(
                engine, version, BuildCell.Result.OK, claimed, skipped.isEmpty() ? "" : "does not run: " + skipped);
    }

    /** As many cells, of what cannot be rendered anywhere. */
    List<BuildCell> unresolved(List<String> engines) {
        List<BuildCell> cells = new ArrayList<>();
        for (SetEngine engine : rendering.engines()) {
            for (String version : engine.versions()) {
                cells.add(new BuildCell(
                        engine.name(),
                        version,
                        BuildCell.Result.UNRESOLVED,
                        engine.isOf(engines),
                        "what it needs first is not here, whatever the engine"));
            }
        }
        return cells;
    }
}
