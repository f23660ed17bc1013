package io.godwit;

import io.godwit.changelog.MigrationSqlPackage;
import io.godwit.changelog.ScriptedRows;
import io.godwit.changelog.SqlPackageOptions;
import io.godwit.dialect.SchemaState;
import io.godwit.failure.PlanRefusedException;
import io.godwit.plan.OfflineRollback;
import io.godwit.plan.Plan;
import io.godwit.plan.Rendering;
import org.jspecify.annotations.Nullable;

/**
 * A plan that is to be written down, and its way back, if there is one.
 *
 * @param down null if there is none
 * @param noWayBack why there is none; empty if there is
 */
record ScriptedPlan(Rendering rendering, Plan up, @Nullable Plan down, String noWayBack) {

    /** @param after the schema that the plan leaves */
    static ScriptedPlan of(Rendering rendering, SchemaState after, Plan up) {
        try {
            return new ScriptedPlan(rendering, up, new OfflineRollback(rendering, after).plan(up), "");
        } catch (PlanRefusedException refused) {
            return new ScriptedPlan(rendering, up, null, String.valueOf(refused.getMessage()));
        }
    }

    /** @param rows what comes in behind the migrations; null for nothing */
    MigrationSqlPackage pack(SqlPackageOptions options, @Nullable ScriptedRows rows) {
        return new MigrationSqlPackage(rendering, up, down, noWayBack, options, rows);
    }
}
