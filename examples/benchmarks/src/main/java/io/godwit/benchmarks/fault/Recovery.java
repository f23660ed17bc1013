package io.godwit.benchmarks.fault;

import io.godwit.Godwit;
import io.godwit.engine.RepairAction;
import io.godwit.engine.RepairChoice;
import io.godwit.engine.RepairWay;
import io.godwit.engine.Report;
import io.godwit.failure.GodwitException;
import io.godwit.failure.RepairNeededException;
import io.godwit.failure.StatementFailedException;
import io.godwit.schema.TableName;
import io.godwit.tck.harness.Workbench;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts afresh after a fault, as a host would, and settles what is in doubt as a person would. For one use. */
final class Recovery {

    private static final int STARTS = 3;

    private final Scene scene;
    private final List<String> said = new ArrayList<>();
    private boolean doubtful;

    Recovery(Scene scene) {
        this.scene = scene;
    }

    /** Whether a person was asked. */
    boolean doubtful() {
        return doubtful;
    }

    /** What was said on the way. */
    List<String> said() {
        return said;
    }

    /** Starts until it is done; false if that takes more than one start without a person. */
    boolean run() {
        for (int start = 1; start <= STARTS; start++) {
            String stopped = once();
            if (stopped.isEmpty()) {
                return true;
            }
            said.add("fresh start " + start + ": " + stopped);
            if (!stopped.startsWith("doubt")) {
                return false;
            }
            doubtful = true;
            settle();
        }
        return false;
    }

    private String once() {
        try {
            Report report = scene.host().run(scene.act(), scene.database().dataSource());
            boolean done = scene.act() == Host.Act.BACK
                    ? report.failure() instanceof StatementFailedException
                    : report.failure() == null;
            return done ? "" : words(report.failure());
        } catch (GodwitException e) {
            return words(e);
        }
    }

    private static String words(@Nullable GodwitException failure) {
        return (failure instanceof RepairNeededException ? "doubt: " : "") + failure;
    }

    /** The one statement that the catalog does not settle makes a table, which a person sees or does not see. */
    private void settle() {
        Godwit godwit = scene.host().godwit(scene.database().dataSource());
        List<RepairAction> actions = godwit.planRepair().actions();
        try (Workbench bench = new Workbench(scene.database())) {
            boolean there = bench.introspect().table(TableName.parse("few")).isPresent();
            for (RepairAction action : actions) {
                RepairWay way = there ? RepairWay.DONE : RepairWay.UNDONE;
                said.add("repair: " + action);
                said.add("chosen: " + way + ", " + action.allows(way));
                if (action.allows(way)) {
                    godwit.repair(RepairChoice.of(action.migrationId(), action.stepId(), way))
                            .orThrow();
                }
            }
        }
    }
}
