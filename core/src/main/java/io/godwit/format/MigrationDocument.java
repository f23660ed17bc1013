package io.godwit.format;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.Problem;
import io.godwit.migration.Migration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document of a {@link PluginSource}: its bytes are read when they are asked for and parsed when the migration is, both once.
 *
 * <p>Thread-safe.
 */
public final class MigrationDocument {

    private final String name;
    private final Content content;
    private final MigrationReader reader;
    private byte @Nullable [] bytes;
    private @Nullable String sha256;
    private @Nullable Migration migration;

    /** Gives a document's bytes. */
    @FunctionalInterface
    interface Content {
        byte[] read() throws IOException;
    }

    MigrationDocument(String name, Content content, MigrationReader reader) {
        this.name = name;
        this.content = content;
        this.reader = reader;
    }

    /**
     * A document at hand.
     *
     * @param name for messages, such as a path
     * @param bytes UTF-8
     * @param files the files beside it
     */
    public static MigrationDocument of(String name, byte[] bytes, PluginFiles files) {
        byte[] copy = bytes.clone();
        return new MigrationDocument(name, () -> copy, new MigrationReader(files));
    }

    /**
     * A migration made in Java; its bytes are its canonical document, its name is its id.
     *
     * @throws IllegalArgumentException if the id of the migration or of its plugin is none
     */
    public static MigrationDocument of(Migration migration) {
        Identifier.checked(migration.id());
        Identifier.checked(migration.pluginId());
        MigrationDocument document = new MigrationDocument(
                migration.id(),
                () -> CanonicalHash.canonicalDocument(migration).getBytes(StandardCharsets.UTF_8),
                MigrationReader.ofHistory());
        document.migration = migration;
        return document;
    }

    /** Its path relative to the source's root, with forward slashes. */
    public String name() {
        return name;
    }

    /**
     * SHA-256 of the bytes, 64 hexadecimal digits: a document whose hash is known need not be read.
     *
     * @throws InvalidMigrationException if the bytes cannot be read
     */
    public synchronized String sha256() {
        if (sha256 == null) {
            sha256 = Sha256.of(content());
        }
        return sha256;
    }

    /**
     * The bytes.
     *
     * @throws InvalidMigrationException if they cannot be read
     */
    public synchronized byte[] bytes() {
        return content().clone();
    }

    /** The files beside it; none for a migration made in Java. */
    public PluginFiles files() {
        return reader.files();
    }

    /**
     * The migration.
     *
     * @throws InvalidMigrationException with every problem of the document
     */
    public synchronized Migration read() {
        if (migration == null) {
            migration = reader.read(name, content());
        }
        return migration;
    }

    /** A problem that the source of a step's transform has, at its line and column. */
    public Problem problemOfSource(String step, String message) {
        return new StepPlace(this).source(step, message);
    }

    /**
     * A problem somewhere in the document, at its line and column.
     *
     * @param path keys of objects and indexes of arrays, from the root; what stands around it is taken where it is not there
     */
    public Problem problemAt(List<String> path, String message) {
        return new StepPlace(this).at(path, message);
    }

    private byte[] content() {
        if (bytes == null) {
            try {
                bytes = content.read();
            } catch (IOException failure) {
                throw new InvalidMigrationException(
                        List.of(new Problem(name, "", 0, 0, "the file cannot be read: " + FileFault.of(failure))));
            }
        }
        return bytes;
    }

    @Override
    public String toString() {
        return name;
    }
}
