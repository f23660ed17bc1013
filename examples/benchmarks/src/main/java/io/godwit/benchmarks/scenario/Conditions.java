package io.godwit.benchmarks.scenario;

import io.godwit.benchmarks.corpus.Corpus;
import io.godwit.benchmarks.corpus.CorpusWriter;
import io.godwit.benchmarks.database.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How much is measured, and how often.
 *
 * @param share of a scenario's own number of migrations, in percent
 * @param warmups rounds that are not counted
 * @param rounds rounds that are
 * @param contenders who takes part where a scenario has a choice; empty for all
 * @param jvmFlags for processes that a scenario starts
 * @param folder where migrations are written
 */
public record Conditions(
        int share, int warmups, int rounds, List<String> contenders, List<String> jvmFlags, Path folder) {

    public Conditions {
        contenders = List.copyOf(contenders);
        jvmFlags = List.copyOf(jvmFlags);
    }

    /** How many migrations to run where a scenario would take that many. */
    int migrations(int standard) {
        return Math.max(2, standard * share / 100);
    }

    Rounds interleaved() {
        return new Rounds(warmups, rounds);
    }

    /** Those who take part, the baseline always first. */
    List<String> contenders(List<String> able) {
        return able.stream()
                .filter(name -> contenders.isEmpty() || name.equals(able.get(0)) || contenders.contains(name))
                .toList();
    }

    /** That many migrations for an engine; written once. */
    Corpus corpus(Engine engine, int migrations) throws IOException {
        Path root = folder.resolve(engine.name() + "-" + migrations);
        return Files.exists(root) ? new Corpus(root) : new CorpusWriter(root, engine.name()).write(migrations);
    }
}
