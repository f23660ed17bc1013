package io.godwit;

import io.godwit.compare.CompareOptions;
import io.godwit.compare.Comparison;
import io.godwit.compare.DatabaseComparison;
import io.godwit.compare.Way;
import io.godwit.engine.DialectFinder;
import io.godwit.engine.RunOptions;
import io.godwit.engine.Session;
import io.godwit.failure.DatabaseUnavailableException;
import io.godwit.failure.DialectNotFoundException;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * The database beside others, of whatever engine: schemas by what they mean, migrations by what the histories record, and rows by digests that
 * are the same for the same rows everywhere. Writes to none of them. Thread-safe.
 */
public final class Comparisons {

    private final DataSource dataSource;
    private final DialectFinder dialects;
    private final Planning planning;
    private final RunOptions options;

    Comparisons(DataSource dataSource, DialectFinder dialects, Planning planning, RunOptions options) {
        this.dataSource = dataSource;
        this.dialects = dialects;
        this.planning = planning;
        this.options = options;
    }

    /**
     * Sets another database beside this one. Each is read in one moment of its own, with a connection of its own.
     *
     * @throws io.godwit.failure.PlanRefusedException if what was asked for is on neither side
     * @throws DatabaseUnavailableException if one of them cannot be reached; the message says which
     */
    public Comparison with(DataSource other, CompareOptions asked) {
        try (Session here = open("here", dataSource);
                Session there = open("there", other)) {
            Comparison comparison = new DatabaseComparison(here, there, planning::rendering, asked).compared();
            return comparison.with(ways(comparison, here, there));
        }
    }

    private List<Way> ways(Comparison comparison, Session here, Session there) {
        try {
            return new Reconciliation(planning, here, there).of(comparison);
        } catch (SQLException e) {
            throw there.unreadable(e);
        }
    }

    private Session open(String place, DataSource source) {
        try {
            return Session.open(source, dialects, options.lockTimeout());
        } catch (DatabaseUnavailableException | DialectNotFoundException e) {
            throw new DatabaseUnavailableException("Of the two databases, the one " + place + ": " + e.getMessage(), e);
        }
    }
}
