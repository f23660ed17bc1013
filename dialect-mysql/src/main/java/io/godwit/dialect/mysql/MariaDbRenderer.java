package io.godwit.dialect.mysql;

import io.godwit.dialect.RenderContext;

/** Renders MariaDB's DDL; holds only what differs from {@link MySqlRenderer}. */
final class MariaDbRenderer extends MySqlRenderer {

    MariaDbRenderer(MariaDbDialect dialect, RenderContext context) {
        super(dialect, context);
    }
}
