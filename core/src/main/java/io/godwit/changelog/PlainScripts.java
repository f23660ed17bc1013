package io.godwit.changelog;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import liquibase.database.DatabaseList;
import org.jspecify.annotations.Nullable;

/**
 * The formatted SQL files of a changelog, in the order in which a history asks for change sets of them; each is forgotten when all of its own
 * were asked for. Files are read ahead until it is closed. For one thread.
 */
final class PlainScripts implements AutoCloseable {

    private final String engine;
    private final Iterator<String> order;
    private final FilesAhead contents;
    private final Map<String, @Nullable Map<String, ScriptSet>> open = new LinkedHashMap<>();

    /**
     * Begins to read.
     *
     * @param names of all files of the changelog
     * @param rows what will be asked for, in its order
     * @param engine Liquibase's short name
     * @throws NotPlainException if a row is of another file
     */
    PlainScripts(List<String> names, List<RanChange> rows, ConfinedFiles files, String engine)
            throws NotPlainException {
        this.engine = engine;
        List<String> all = order(names, rows);
        this.order = all.iterator();
        this.contents = new FilesAhead(files, all);
    }

    private static List<String> order(List<String> names, List<RanChange> rows) throws NotPlainException {
        Set<String> known = new HashSet<>(names);
        Set<String> order = new LinkedHashSet<>();
        for (RanChange row : rows) {
            if (!known.contains(row.file())) {
                throw new NotPlainException("no file " + row.file());
            }
            order.add(row.file());
        }
        order.addAll(names);
        return List.copyOf(order);
    }

    /**
     * The change set of a row.
     *
     * @throws NotPlainException if it is not found as it is written, or its file is not plain
     */
    ScriptSet find(RanChange row) throws NotPlainException {
        Map<String, ScriptSet> sets = open.get(row.file());
        if (sets == null) {
            sets = next(row.file());
            open.put(row.file(), sets);
        }
        ScriptSet set = sets.remove(key(row.id(), row.author()));
        if (set == null) {
            throw new NotPlainException("no change set for " + row.place());
        }
        if (sets.isEmpty()) {
            open.remove(row.file());
        }
        return set;
    }

    /** Reads what nobody asked for, as Liquibase would. */
    void readRest() throws NotPlainException {
        while (order.hasNext()) {
            order.next();
            read(content());
        }
    }

    @Override
    public void close() {
        contents.close();
    }

    private Map<String, ScriptSet> next(String name) throws NotPlainException {
        if (!order.hasNext() || !order.next().equals(name)) {
            throw new NotPlainException("more rows than change sets of " + name);
        }
        return read(content());
    }

    private Map<String, ScriptSet> read(byte[] content) throws NotPlainException {
        Map<String, ScriptSet> sets = new HashMap<>();
        for (ScriptSet set : FormattedSqlFile.read(content)) {
            String engines = set.head().engines();
            if (engines == null || DatabaseList.definitionMatches(DatabaseList.toDbmsSet(engines), engine, true)) {
                sets.putIfAbsent(key(set.head().id(), set.head().author()), set);
            }
        }
        return sets;
    }

    private byte[] content() throws NotPlainException {
        try {
            return contents.next();
        } catch (IOException unreadable) {
            throw new NotPlainException(String.valueOf(unreadable.getMessage()));
        }
    }

    private static String key(String id, String author) {
        return (id + "\n" + author).toLowerCase(Locale.ROOT);
    }
}
