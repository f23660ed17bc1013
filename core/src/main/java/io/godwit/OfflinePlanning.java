package io.godwit;

import io.godwit.changelog.ScriptedRows;
import io.godwit.changelog.SqlPackageOptions;
import io.godwit.changelog.SqlPackageReport;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.UnknownSchema;
import io.godwit.format.MigrationDocument;
import io.godwit.format.PluginSource;
import io.godwit.history.History;
import io.godwit.plan.Given;
import io.godwit.plan.OfflineRollback;
import io.godwit.plan.Owners;
import io.godwit.plan.Plan;
import io.godwit.plan.Rendering;
import io.godwit.plan.Upgrade;
import io.godwit.plan.UpgradeTarget;
import io.godwit.plan.risk.RiskAnalyser;
import io.godwit.plan.risk.RiskPolicy;
import io.godwit.plan.risk.RowCounts;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans from documents alone. */
final class OfflinePlanning {

    private final Rendering rendering;
    private final List<PluginSource> sources;

    OfflinePlanning(Rendering rendering, List<PluginSource> sources) {
        this.rendering = rendering;
        this.sources = sources;
    }

    Plan up(UpgradeTarget target) {
        return upgrade(target, new SchemaState(new UnknownSchema(), rendering.dialect()));
    }

    Plan down(UpgradeTarget target) {
        SchemaState state = new SchemaState(new UnknownSchema(), rendering.dialect());
        return new OfflineRollback(rendering, state).plan(upgrade(target, state));
    }

    /** All of it as SQL for an engine's own client, from an empty database. */
    SqlPackageReport write(UpgradeTarget target, @Nullable PlannedRows rows, SqlPackageOptions options, Path output) {
        SchemaState state = new SchemaState(new UnknownSchema(), rendering.dialect());
        Plan up = upgrade(target, state);
        ScriptedRows scripted = rows == null ? null : rows.behind(rendering.dialect(), up, state, Owners.NONE);
        return ScriptedPlan.of(rendering, state, up).pack(options, scripted).write(History.EMPTY, output);
    }

    /** The tables that are there when all up sides ran. */
    List<TableName> tables(UpgradeTarget target) {
        SchemaState state = new SchemaState(new UnknownSchema(), rendering.dialect());
        upgrade(target, state);
        return state.tables().stream().map(Table::name).sorted().toList();
    }

    /** Brings a schema to where all up sides leave it. */
    void upTo(SchemaState state) {
        upgrade(UpgradeTarget.ALL, state);
    }

    private Plan upgrade(UpgradeTarget target, SchemaState state) {
        List<MigrationDocument> documents =
                sources.stream().flatMap(source -> source.documents().stream()).toList();
        Given given = Given.of(documents, History.EMPTY);
        return RiskPolicy.STANDARD.weighed(new Upgrade(rendering, state, new RiskAnalyser(rendering, RowCounts.UNKNOWN))
                .plan(given, History.EMPTY, target, List.of()));
    }
}
