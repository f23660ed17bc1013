package io.godwit;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.Problem;
import io.godwit.format.MigrationDocument;
import io.godwit.format.PluginSource;
import io.godwit.plan.RowValueCheck;
import io.godwit.transfer.file.DataFileCheck;
import java.util.List;
import java.util.stream.Stream;

/** Collects what is wrong with documents, their rows and the files that they take rows from, each document read once. */
final class DocumentCheck {

    private DocumentCheck() {}

    static List<Problem> problems(PluginSource... sources) {
        PluginSource[] read = Stream.of(sources).map(DocumentCheck::readOnce).toArray(PluginSource[]::new);
        return Stream.of(
                        PluginSource.problems(read),
                        new RowValueCheck().problems(read),
                        new DataFileCheck().problems(read))
                .flatMap(List::stream)
                .toList();
    }

    /** The same documents, or the same failure, without looking for them again. */
    private static PluginSource readOnce(PluginSource source) {
        try {
            List<MigrationDocument> documents = source.documents();
            return () -> documents;
        } catch (InvalidMigrationException unreadable) {
            return () -> {
                throw unreadable;
            };
        }
    }
}
