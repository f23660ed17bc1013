package io.godwit.benchmarks.fault;

import java.util.ArrayList;
import java.util.List;

/**
 * Processes that start together on an empty database.
 *
 * @param size how many
 */
record Crowd(int size) {

    /** In words. */
    String text() {
        return size + " processes at once on an empty database";
    }

    /** All must succeed. */
    Verdict run(Scene scene, Ending expected) throws Exception {
        List<HostProcess> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(HostProcess.start(
                    scene.host(), scene.act(), scene.database().url()));
        }
        for (HostProcess process : all) {
            process.awaitReady();
        }
        for (HostProcess process : all) {
            process.begin();
        }
        boolean done = true;
        List<String> words = new ArrayList<>();
        for (HostProcess process : all) {
            String end = process.end();
            words.add(end);
            done &= end.startsWith("0:");
        }
        Verdict verdict = new Trial(scene, expected).verdict(size, done, false);
        words.addAll(verdict.words());
        return new Verdict(size, verdict.kind(), false, words);
    }
}
