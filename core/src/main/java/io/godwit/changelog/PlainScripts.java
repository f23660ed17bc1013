package io.godwit.changelog;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import liquibase.database.DatabaseList;
import org.jspecify.annotations.Nullable;

/**
 * The formatted SQL files of a changelog, each read when a change set of it is asked for, and forgotten when all of them were. For one thread.
 */
final class PlainScripts {

    private final ConfinedFiles files;
    private final String engine;
    private final Map<String, @Nullable Map<String, ScriptSet>> open = new LinkedHashMap<>();
    private final Map<String, Boolean> read = new HashMap<>();

    /** @param engine Liquibase's short name */
    PlainScripts(List<String> names, ConfinedFiles files, String engine) {
        this.files = files;
        this.engine = engine;
        names.forEach(name -> read.put(name, false));
    }

    /**
     * The change set of a row.
     *
     * @throws NotPlainException if it is not found as it is written, or its file is not plain
     */
    ScriptSet find(RanChange row) throws NotPlainException {
        Map<String, ScriptSet> sets = open.get(row.file());
        if (sets == null) {
            sets = read(row.file());
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
        for (Map.Entry<String, Boolean> each : read.entrySet()) {
            if (!each.getValue()) {
                read(each.getKey());
            }
        }
    }

    private Map<String, ScriptSet> read(String name) throws NotPlainException {
        if (read.put(name, true) == null) {
            throw new NotPlainException("no file " + name);
        }
        Map<String, ScriptSet> sets = new HashMap<>();
        for (ScriptSet set : FormattedSqlFile.read(content(name))) {
            String engines = set.head().engines();
            if (engines == null || DatabaseList.definitionMatches(DatabaseList.toDbmsSet(engines), engine, true)) {
                sets.putIfAbsent(key(set.head().id(), set.head().author()), set);
            }
        }
        return sets;
    }

    private byte[] content(String name) throws NotPlainException {
        try {
            return files.read(files.file(name, files.root()));
        } catch (IOException unreadable) {
            throw new NotPlainException(String.valueOf(unreadable.getMessage()));
        }
    }

    private static String key(String id, String author) {
        return (id + "\n" + author).toLowerCase(Locale.ROOT);
    }
}
