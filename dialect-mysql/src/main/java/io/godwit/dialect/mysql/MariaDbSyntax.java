package io.godwit.dialect.mysql;

import io.godwit.schema.SimpleType;

/** MariaDB's names, literals and types, as far as they differ from MySQL's. Stateless and thread-safe. */
final class MariaDbSyntax extends MySqlSyntax {

    private final ServerVersion version;

    MariaDbSyntax(ServerVersion version) {
        super(version);
        this.version = version;
    }

    @Override
    public String visit(SimpleType type) {
        return type == SimpleType.UUID && version.atLeast(10, 7, 0) ? "uuid" : super.visit(type);
    }
}
