package io.godwit.plan;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.format.MigrationDocument;
import io.godwit.history.AppliedMigration;
import io.godwit.history.History;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;

/**
 * Reads many documents on more than one thread, and before it is known what the history says of them: reading files is mostly
 * waiting for the system. Documents remember what was read of them; faults are told when they are asked for again. Stateless.
 */
public final class ReadAhead {

    private static final int MANY = 200;

    private ReadAhead() {}

    /** Begins to read in the background, and returns at once. */
    public static void begin(List<MigrationDocument> documents) {
        if (documents.size() > MANY) {
            ForkJoinPool.commonPool().execute(() -> documents.forEach(ReadAhead::open));
        }
    }

    /** Reads all, and parses those that the history does not know. */
    static void finish(List<MigrationDocument> documents, History history) {
        if (documents.size() > MANY) {
            documents.parallelStream().forEach(document -> {
                if (known(document, history).isEmpty()) {
                    parse(document);
                }
            });
        }
    }

    /** What the history has of a document that is wholly applied, by its bytes. */
    static Optional<AppliedMigration> known(MigrationDocument document, History history) {
        String hash = document.sha256();
        return hash.isEmpty() ? Optional.empty() : history.fromSource(hash).filter(AppliedMigration::isWhole);
    }

    private static void open(MigrationDocument document) {
        try {
            document.sha256();
        } catch (InvalidMigrationException e) {
            // Told when the document is asked for.
        }
    }

    private static void parse(MigrationDocument document) {
        try {
            document.read();
        } catch (InvalidMigrationException e) {
            // Told in its turn, with the faults of all others.
        }
    }
}
