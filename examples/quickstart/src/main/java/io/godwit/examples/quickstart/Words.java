package io.godwit.examples.quickstart;

import io.godwit.PluginStatus;
import io.godwit.engine.ProgressEvent;
import io.godwit.engine.ProgressEvent.MigrationFinished;
import io.godwit.engine.Report;
import io.godwit.plan.Direction;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import java.io.PrintStream;

/** Tells a person what happens, in colour where that is welcome. */
record Words(PrintStream out, boolean colour) {

    /** The script knows whether a person watches; NO_COLOR (no-color.org) always wins. */
    static boolean coloured() {
        String refused = System.getenv("NO_COLOR");
        return Boolean.getBoolean("godwit.terminal") && (refused == null || refused.isEmpty());
    }

    void heading(String title) {
        out.println();
        out.println(paint("1;36", title));
    }

    void show(Plan plan) {
        heading("The plan for " + plan.engine() + " " + plan.version());
        for (MigrationPlan migration : plan.migrations()) {
            int statements = migration.statements().size();
            String count = statements + (statements == 1 ? " statement" : " statements");
            out.println("  " + migration.id() + paint("2", "  " + count));
        }
        heading("Run it");
    }

    void progress(ProgressEvent event) {
        if (event instanceof MigrationFinished finished) {
            String sign = finished.direction() == Direction.UP ? paint("32", "  ↑ ") : paint("33", "  ↓ ");
            out.println(
                    sign + finished.id() + paint("2", "  " + finished.duration().toMillis() + " ms"));
        }
    }

    void show(Report report) {
        int migrations = report.applied().size() + report.rolledBack().size();
        out.println("  " + report.outcome() + ": " + migrations + " migrations in "
                + report.duration().toMillis() + " ms");
    }

    void show(PluginStatus plugin) {
        String version = plugin.version().isEmpty() ? "not applied" : plugin.version();
        out.println(paint("1", "  status: ") + plugin.pluginId() + " " + paint("32", version) + ", "
                + plugin.applied().size() + " applied, " + plugin.pending().size() + " pending");
    }

    private String paint(String code, String words) {
        return colour ? "\u001b[" + code + "m" + words + "\u001b[0m" : words;
    }
}
