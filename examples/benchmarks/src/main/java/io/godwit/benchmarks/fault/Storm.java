package io.godwit.benchmarks.fault;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** All faults on one engine. For one use. */
final class Storm {

    private final String engine;
    private final FaultServer server;
    private final Host host;
    private final FaultOptions options;
    private final Deviations deviations;
    private final PrintStream out;
    private final Map<Host.Act, Ending> expected = new EnumMap<>(Host.Act.class);
    private final Map<Host.Act, Durations> durations = new EnumMap<>(Host.Act.class);

    Storm(String engine, FaultServer server, Host host, FaultOptions options, PrintStream out) {
        this.engine = engine;
        this.server = server;
        this.host = host;
        this.options = options;
        this.deviations = new Deviations(options.place());
        this.out = out;
    }

    List<FaultRow> run() throws Exception {
        Set<Host.Act> acts = EnumSet.copyOf(options.acts());
        if (options.crowds().stream().anyMatch(size -> size > 0)) {
            acts.add(Host.Act.UP);
        }
        for (Host.Act act : acts) {
            durations.put(act, Durations.of(server, host, act));
            Scene scene = new Scene(server, server.fresh(), host, act);
            scene.prepare();
            host.run(act, scene.database().dataSource());
            expected.put(act, Ending.of(scene));
        }
        List<FaultRow> rows = new ArrayList<>();
        for (Fault fault : options.faults()) {
            if (fault.possible(server)) {
                rows.add(told(strikes(fault)));
            }
        }
        for (int size : options.crowds()) {
            if (size > 0) {
                rows.add(told(crowds(new Crowd(size))));
            }
        }
        return rows;
    }

    private FaultRow told(FaultRow row) {
        out.print(row.text());
        return row;
    }

    private FaultRow strikes(Fault fault) throws Exception {
        Random random = new Random(options.seed() * 31 + fault.name().hashCode());
        List<Verdict> verdicts = new ArrayList<>();
        List<Host.Act> acts = options.acts();
        for (int round = 0; round < options.rounds(); round++) {
            Host.Act act = acts.get(round % acts.size());
            Scene scene = new Scene(server, server.fresh(), host, act);
            Verdict verdict = new Trial(scene, expected.get(act)).run(fault, random, durations.get(act));
            verdicts.add(verdict);
            if (!deviations.keep(engine, fault.name().toLowerCase(Locale.ROOT), round, scene, verdict)) {
                server.drop(scene.database());
            }
        }
        return new FaultRow(engine, fault.text(), verdicts);
    }

    private FaultRow crowds(Crowd crowd) throws Exception {
        List<Verdict> verdicts = new ArrayList<>();
        for (int round = 0; round < Math.max(1, options.rounds() / 10); round++) {
            Scene scene = new Scene(server, server.fresh(), host, Host.Act.UP);
            Verdict verdict = crowd.run(scene, expected.get(Host.Act.UP));
            verdicts.add(verdict);
            if (!deviations.keep(engine, "crowd-" + crowd.size(), round, scene, verdict)) {
                server.drop(scene.database());
            }
        }
        return new FaultRow(engine, crowd.text(), verdicts);
    }
}
