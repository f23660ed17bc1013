package io.godwit.plan;

import io.godwit.dialect.Statement;
import io.godwit.migration.Step;
import io.godwit.migration.Validation;
import io.godwit.operation.Sql;
import io.godwit.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step, rendered. Immutable.
 *
 * @param step what it is made of
 * @param scripts its statements, with the inverse of each operation
 * @param transform what moves rows behind them; null for none
 * @param preValidation run just before; null for none
 * @param postValidation run just after; null for none
 * @param transactional whether it runs in a transaction
 * @param atomic whether the engine undoes it whole when it fails
 * @param goesWith tables that the way back of its migration drops: what the step did to their rows goes with them
 * @param definitions what the plugin's universal SQL has defined before it; not to be changed
 * @param deferred true: it stands behind opaque SQL and is rendered again when its turn comes; what is here is a preview
 */
public record StepPlan(
        Step step,
        List<OperationScript> scripts,
        @Nullable TransformPlan transform,
        @Nullable ValidationScript preValidation,
        @Nullable ValidationScript postValidation,
        boolean transactional,
        boolean atomic,
        Set<TableName> goesWith,
        PluginDefinitions definitions,
        boolean deferred) {

    public StepPlan {
        scripts = List.copyOf(scripts);
        goesWith = Set.copyOf(goesWith);
    }

    /** A step of which nothing is rendered before its turn comes. */
    public static StepPlan later(Step step, boolean atomic) {
        return new StepPlan(step, List.of(), null, null, null, true, atomic, Set.of(), new PluginDefinitions(), true);
    }

    StepPlan transactional(boolean other) {
        return new StepPlan(
                step,
                scripts,
                transform,
                preValidation,
                postValidation,
                other,
                atomic,
                goesWith,
                definitions,
                deferred);
    }

    StepPlan goingWith(Set<TableName> dropped) {
        return new StepPlan(
                step,
                scripts,
                transform,
                preValidation,
                postValidation,
                transactional,
                atomic,
                dropped,
                definitions,
                deferred);
    }

    public List<Statement> statements() {
        Stream<Statement> own = scripts.stream().flatMap(script -> script.statements().stream());
        return (transform == null ? own : Stream.concat(own, transform.statements().stream())).toList();
    }

    /** Whether all that it does is known before it runs: it is rendered, and none of it is SQL text. */
    public boolean isStructured() {
        return !deferred
                && transform == null
                && scripts.stream()
                        .flatMap(script -> script.operations().stream())
                        .noneMatch(Sql.class::isInstance);
    }

    /** Whether it is left out where a validation of its own does not hold. */
    public boolean skipsOnValidation() {
        return Stream.of(Optional.ofNullable(preValidation), Optional.ofNullable(postValidation))
                .flatMap(Optional::stream)
                .anyMatch(script -> script.validation().otherwise() == Validation.Otherwise.SKIP);
    }

    /** What of it is done wholly or not at all, in words: {@code atomic}, {@code not atomic} or how its rows move. */
    public String atomicity() {
        String whole = atomic ? "atomic" : "not atomic";
        return transform == null || transform.batches().isEmpty() ? whole : transform.batches();
    }

    /** How well the step as a whole is undone. */
    public Undo undo() {
        if (!step.rollbackSupported()) {
            return Undo.NONE;
        }
        return inverses().map(Inverse::undo).reduce(Undo.EXACT, Undo::worse);
    }

    /** Why it is not undone exactly; empty when it is. */
    public String undoReason() {
        if (!step.rollbackSupported()) {
            return "the step says rollbackSupported: false";
        }
        return inverses()
                .map(Inverse::reason)
                .filter(reason -> !reason.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private Stream<Inverse> inverses() {
        return entries().filter(entry -> !entry.goesWith(goesWith)).map(JournalEntry::inverse);
    }

    /** What the history remembers of it once it is done. */
    Stream<JournalEntry> entries() {
        Stream<JournalEntry> own = scripts.stream().flatMap(script -> script.inverses().stream());
        return transform == null ? own : Stream.concat(own, transform.entries().stream());
    }
}
