package io.godwit.benchmarks.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what has to be looked at.
 *
 * @param folder where
 */
record Deviations(Path folder) {

    /** Writes down what stopped runs, a run that did not end as it should, and one that asked a person; true for the second. */
    boolean keep(String engine, String fault, int round, Scene scene, Verdict verdict) throws IOException {
        boolean deviates = verdict.kind() != Verdict.Kind.SAME;
        Files.write(
                folder.resolve("stopped-" + engine + "-" + fault + ".txt"),
                verdict.words().stream()
                        .filter(word -> word.contains("stopped: ") || word.contains("refused: "))
                        .toList(),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        if (deviates || verdict.doubtful()) {
            List<String> lines = new ArrayList<>();
            lines.add(verdict.kind() + " " + scene.act() + " on "
                    + scene.database().url());
            lines.addAll(verdict.words());
            String kind = deviates ? "deviation" : "doubt";
            Files.write(folder.resolve(kind + "-" + engine + "-" + fault + "-" + round + ".txt"), lines);
        }
        return deviates;
    }
}
