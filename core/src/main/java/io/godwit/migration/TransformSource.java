package io.godwit.migration;

import io.godwit.schema.Query;
import io.godwit.schema.TableName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a transform's rows come from. */
public sealed interface TransformSource {

    /**
     * A table or view.
     *
     * @param name its name
     */
    record FromTable(TableName name) implements TransformSource {
        public FromTable {
            Objects.requireNonNull(name, "name");
        }
    }

    /**
     * A query.
     *
     * @param query universal SQL
     */
    record FromQuery(Query query) implements TransformSource {
        public FromQuery {
            Objects.requireNonNull(query, "query");
        }
    }

    /**
     * A file of the package. Two are equal when the document says the same of them.
     *
     * @param path relative to the plugin's root
     * @param format how it is written
     * @param select JSON pointer to the rows of a nested document; null for the whole
     * @param csv how a CSV is written
     * @param sha256 of its bytes; null when not said
     * @param content what is in it; null where the document was read by itself
     */
    record FromFile(
            String path,
            FileFormat format,
            @Nullable String select,
            CsvText csv,
            @Nullable String sha256,
            @Nullable DataContent content)
            implements TransformSource {
        public FromFile {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(format, "format");
            Objects.requireNonNull(csv, "csv");
        }

        /** Of a document that was read by itself. */
        public FromFile(String path, FileFormat format, @Nullable String select, @Nullable String sha256) {
            this(path, format, select, CsvText.STANDARD, sha256, null);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof FromFile file
                    && path.equals(file.path)
                    && format == file.format
                    && Objects.equals(select, file.select)
                    && csv.equals(file.csv)
                    && Objects.equals(sha256, file.sha256);
        }

        @Override
        public int hashCode() {
            return Objects.hash(path, format, select, csv, sha256);
        }
    }
}
