package io.godwit.failure;

import java.util.List;
import java.util.stream.Collectors;

/** A script, a changelog or its history cannot be turned into what was asked for; carries every problem that was found. */
public final class ChangelogRefusedException extends GodwitException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // an immutable list of records; exceptions are not sent between JVMs here
    private final List<Problem> problems;

    public ChangelogRefusedException(List<Problem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** With one problem of one file. */
    public ChangelogRefusedException(String file, String message) {
        this(List.of(new Problem(file, "", 0, 0, message)));
    }

    public List<Problem> problems() {
        return problems;
    }

    private static String message(List<Problem> problems) {
        String head = problems.size() == 1 ? "refused, 1 problem" : "refused, " + problems.size() + " problems";
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n  ", head + ":\n  ", ""))
                + "\nNothing was written.";
    }
}
