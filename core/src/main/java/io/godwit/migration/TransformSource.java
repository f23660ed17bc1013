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
     * A file of the package.
     *
     * @param path relative to the plugin's root
     * @param format how it is written
     * @param select JSON pointer to the rows of a nested document; null for the whole
     * @param sha256 of its bytes; null when not said
     */
    record FromFile(
            String path,
            FileFormat format,
            @Nullable String select,
            @Nullable String sha256) implements TransformSource {
        public FromFile {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(format, "format");
        }
    }
}
