package io.godwit.tck;

import io.godwit.GodwitBuilder;
import io.godwit.tck.harness.PluginFolder;

/** What contracts about running plans are written with: they go through the façade, as a host does. */
public interface EngineContract extends DialectContract {

    /** Godwit on the test's database; what it does there the bench does not follow. */
    default GodwitBuilder on(PluginFolder plugins) {
        bench().expectAnything();
        return plugins.on(bench().database().dataSource());
    }
}
