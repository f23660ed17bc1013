package io.godwit.format;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.Problem;
import io.godwit.migration.Migration;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents in portable-migration-v1.
 *
 * <p>Every problem of a document is found in one reading. Immutable and thread-safe.
 */
public final class MigrationReader {

    private final Audience audience;
    private final @Nullable PluginFiles files;

    /** A reader of documents by themselves: files of SQL are named by them but not read. */
    public MigrationReader() {
        this(Audience.AUTHORS, null);
    }

    /** A reader of documents with the files beside them. */
    public MigrationReader(PluginFiles files) {
        this(Audience.AUTHORS, files);
    }

    private MigrationReader(Audience audience, @Nullable PluginFiles files) {
        this.audience = audience;
        this.files = files;
    }

    /** A reader of what {@link CanonicalHash#canonicalDocument} wrote; it also takes what authors must not write. */
    public static MigrationReader ofHistory() {
        return new MigrationReader(Audience.HISTORY, null);
    }

    PluginFiles files() {
        return files == null ? PluginFiles.NONE : files;
    }

    /**
     * Reads one document.
     *
     * @param file its name, for messages
     * @param document UTF-8, with or without a byte order mark
     * @throws InvalidMigrationException with every problem, in the order of their places
     */
    public Migration read(String file, byte[] document) {
        if (document.length > JsonDocument.LONGEST_DOCUMENT) {
            throw refused(
                    file,
                    "the document has " + document.length + " bytes; the most is " + JsonDocument.LONGEST_DOCUMENT);
        }
        try {
            return read(file, Utf8.decode(document));
        } catch (CharacterCodingException malformed) {
            throw refused(file, "the document is not UTF-8");
        }
    }

    /**
     * Reads one document.
     *
     * @throws InvalidMigrationException with every problem, in the order of their places
     */
    public Migration read(String file, String document) {
        return read(file, document.toCharArray());
    }

    private Migration read(String file, char[] document) {
        Reading reading = new Reading(new DocumentText(file, document), audience, files);
        Optional<JsonNode> root = JsonDocument.read(reading);
        Part<Migration> migration =
                root.isEmpty() ? Part.nothing() : new Input(root.get(), reading).object(DocumentForm::read);
        return reading.result(migration);
    }

    private static InvalidMigrationException refused(String file, String message) {
        return new InvalidMigrationException(List.of(new Problem(file, "", 0, 0, message)));
    }
}
