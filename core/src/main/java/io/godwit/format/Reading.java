package io.godwit.format;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.Problem;
import io.godwit.schema.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The reading of one document: its text, whom it was written for, and the problems found so far. Not thread-safe. */
final class Reading {

    private final DocumentText text;
    private final Audience audience;
    private final @Nullable PluginFiles files;
    private final List<Problem> problems = new ArrayList<>();

    Reading(DocumentText text, Audience audience, @Nullable PluginFiles files) {
        this.text = text;
        this.audience = audience;
        this.files = files;
    }

    DocumentText text() {
        return text;
    }

    boolean isForHistory() {
        return audience == Audience.HISTORY;
    }

    /** The files of the document's plugin; empty if it is read by itself. */
    Optional<PluginFiles> files() {
        return Optional.ofNullable(files);
    }

    void report(Place place, String message) {
        problems.add(text.problem(place, message));
    }

    /** What somebody else found in the document. */
    void report(Problem problem) {
        problems.add(problem);
    }

    int problemCount() {
        return problems.size();
    }

    Position position(Place place) {
        return text.position(place);
    }

    /** What was read, if there is no problem. */
    <T> T result(Part<T> part) {
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
            throw new InvalidMigrationException(problems);
        }
        return part.get();
    }
}
