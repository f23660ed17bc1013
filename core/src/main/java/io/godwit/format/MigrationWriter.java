package io.godwit.format;

import io.godwit.migration.Migration;

/** Writes migrations as documents that people read. Stateless and thread-safe. */
public final class MigrationWriter {

    private MigrationWriter() {}

    /**
     * The document: keys in the order of the format, defaults left out, two blanks of indentation, a line end at the end.
     *
     * @throws IllegalArgumentException if the migration holds what documents have no form for, such as an engine's own expression
     */
    public static String write(Migration migration) {
        return new PrettyJson().print(DocumentForm.write(migration, Audience.AUTHORS));
    }
}
