package io.godwit.transfer.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The faults of a file, up to those of twenty rows, so that they are told at once, in the order of the rows. Thread-safe. */
public final class RowFaults {

    private static final int MOST_ROWS = 20;
    private static final int MOST = 200;

    private final String file;
    private final List<RowFault> faults = new ArrayList<>();
    private final Set<Long> rows = new HashSet<>();

    public RowFaults(String file) {
        this.file = file;
    }

    /** Adds a fault; with the last that can be told, the exception. */
    public synchronized void add(long row, long line, @Nullable String field, String message) throws RowFileException {
        if (!rows.contains(row) && rows.size() == MOST_ROWS) {
            throw all();
        }
        rows.add(row);
        faults.add(new RowFault(file, row, line, field, message));
        if (faults.size() == MOST) {
            throw all();
        }
    }

    /** A fault after which nothing can be read any more. */
    synchronized RowFileException last(long row, long line, String message) {
        faults.add(new RowFault(file, row, line, null, message));
        return new RowFileException(faults);
    }

    /** Fails if there are any. */
    public synchronized void check() throws RowFileException {
        if (!faults.isEmpty()) {
            throw all();
        }
    }

    /** Two threads may have found them; what is said of the whole file comes last. */
    private RowFileException all() {
        return new RowFileException(faults.stream()
                .sorted(Comparator.comparingLong(fault -> fault.row() == 0 ? Long.MAX_VALUE : fault.row()))
                .toList());
    }
}
