package io.godwit.transfer.file;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A file of rows that cannot be taken, with the faults of its first rows. */
public final class RowFileException extends IOException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // an immutable list of records; exceptions are not sent between JVMs here
    private final List<RowFault> faults;

    public RowFileException(List<RowFault> faults) {
        super(faults.stream().map(RowFault::toString).collect(Collectors.joining("\n  ")));
        this.faults = List.copyOf(faults);
    }

    public List<RowFault> faults() {
        return faults;
    }
}
