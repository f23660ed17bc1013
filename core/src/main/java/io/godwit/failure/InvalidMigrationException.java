package io.godwit.failure;

import java.util.List;
import java.util.stream.Collectors;

/** Documents that cannot be accepted; carries every problem that was found, never only the first. */
public final class InvalidMigrationException extends GodwitException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // an immutable list of records; exceptions are not sent between JVMs here
    private final List<Problem> problems;

    public InvalidMigrationException(List<Problem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    private static String message(List<Problem> problems) {
        String head = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n  ", head + ":\n  ", ""))
                + "\nNothing was sent to the database.";
    }
}
