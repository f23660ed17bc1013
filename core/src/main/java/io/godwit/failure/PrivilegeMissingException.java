package io.godwit.failure;

import java.util.List;
import java.util.stream.Collectors;

/** The database's login may not do what a plan needs; nothing was changed. */
public final class PrivilegeMissingException extends GodwitException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial")
    private final List<MissingPrivilege> missing;

    /** Found out while planning: all that is missing. */
    public PrivilegeMissingException(List<MissingPrivilege> missing) {
        super("The login lacks privileges that the plan needs:\n"
                + missing.stream().map(MissingPrivilege::toString).collect(Collectors.joining("\n"))
                + "\nNothing was changed. Grant what is missing, then plan again.");
        this.missing = List.copyOf(missing);
    }

    /** As the engine said it. */
    public PrivilegeMissingException(String message, Throwable cause) {
        super(message, cause);
        this.missing = List.of();
    }

    /** Empty where the engine itself refused. */
    public List<MissingPrivilege> missing() {
        return missing;
    }
}
