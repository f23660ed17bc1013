package io.godwit;

import io.godwit.archive.PackageManifest;
import io.godwit.failure.Problem;
import java.nio.file.Path;
import java.util.List;

/**
 * What of a database is in a package. Immutable.
 *
 * @param file where the package is
 * @param manifest what is in it
 * @param tables how many tables
 * @param views how many views
 * @param indexes how many indexes, without those of keys
 * @param notes what does not travel, or only to some engines, or in other words, each with what it belongs to
 */
public record DumpReport(Path file, PackageManifest manifest, int tables, int views, int indexes, List<Problem> notes) {

    public DumpReport {
        notes = List.copyOf(notes);
    }
}
