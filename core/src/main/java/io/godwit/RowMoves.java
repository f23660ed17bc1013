package io.godwit;

import io.godwit.engine.DatabaseDumper;
import io.godwit.engine.DialectFinder;
import io.godwit.engine.RowsExporter;
import io.godwit.engine.RowsImporter;
import io.godwit.engine.RunOptions;
import javax.sql.DataSource;

/** Both ways that rows go. Immutable. */
record RowMoves(DataSource dataSource, DialectFinder dialects, Planning planning, RunOptions options) {

    RowsExporter out() {
        return new RowsExporter(dataSource, dialects, planning::rendering, options);
    }

    DatabaseDumper dumper() {
        return new DatabaseDumper(dataSource, dialects, planning::rendering, options);
    }

    RowsImporter in() {
        return new RowsImporter(dataSource, dialects, planning::rendering, options);
    }
}
