package io.godwit.archive.build;

import io.godwit.format.PluginSource;
import io.godwit.plan.Plan;
import io.godwit.plan.UpgradeTarget;
import java.util.List;

/** Renders without a database. */
public interface SetRendering {

    /** What to render for, in order of their names. */
    List<SetEngine> engines();

    /**
     * What would run on an empty database.
     *
     * @throws io.godwit.failure.GodwitException if it is refused there
     */
    Plan up(PluginSource source, UpgradeTarget target, String engine, String version);
}
