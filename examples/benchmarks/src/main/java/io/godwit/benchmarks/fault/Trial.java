package io.godwit.benchmarks.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One run with faults, and what a fresh start makes of it. For one use. */
final class Trial {

    private final Scene scene;
    private final Ending expected;
    private final List<String> words = new ArrayList<>();
    private boolean wild;

    Trial(Scene scene, Ending expected) {
        this.scene = scene;
        this.expected = expected;
    }

    /** Strikes, half of the time the second run too. */
    Verdict run(Fault fault, Random random, Durations durations) throws Exception {
        scene.prepare();
        int hits = strike(fault, random, durations);
        if (random.nextBoolean()) {
            hits += strike(fault, random, durations);
        }
        Recovery recovery = new Recovery(scene);
        boolean done = recovery.run();
        words.addAll(recovery.said());
        return verdict(hits, done, recovery.doubtful());
    }

    private int strike(Fault fault, Random random, Durations durations) throws Exception {
        Scene.Outcome outcome = fault.strike(scene, random, durations);
        words.add("struck, hit=" + outcome.hit() + ": " + outcome.end());
        wild |= outcome.wild();
        return outcome.hit() ? 1 : 0;
    }

    /** Of a run that is over. */
    Verdict verdict(int hits, boolean done, boolean doubtful) {
        Ending end = Ending.of(scene);
        expected.without(end).forEach(line -> words.add("missing: " + line));
        end.without(expected).forEach(line -> words.add("not expected: " + line));
        boolean same = done && !wild && end.lines().equals(expected.lines());
        Verdict.Kind kind = same ? Verdict.Kind.SAME : deviation(end);
        return new Verdict(hits, kind, doubtful, words);
    }

    private Verdict.Kind deviation(Ending end) {
        if (end.effects() == expected.effects()) {
            return Verdict.Kind.OTHER;
        }
        return end.effects() < expected.effects() ? Verdict.Kind.LOST : Verdict.Kind.DOUBLED;
    }
}
