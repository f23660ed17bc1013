package io.godwit.dialect.mysql;

import io.godwit.schema.SimpleType;
import java.util.List;

/** MariaDB's names, literals and types, as far as they differ from MySQL's. Stateless and thread-safe. */
final class MariaDbSyntax extends MySqlSyntax {

    MariaDbSyntax(ServerVersion version) {
        super(MariaDbDialect.ENGINE, version);
    }

    @Override
    boolean isMariaDb() {
        return true;
    }

    @Override
    List<String> keys() {
        return List.of(MariaDbDialect.ENGINE, MySqlDialect.ENGINE);
    }

    @Override
    String exactCollation() {
        return "utf8mb4_nopad_bin";
    }

    /** What a table without a collation gets: another since MariaDB 11.5 (character_set_collations). */
    @Override
    String nativeCollation() {
        return version().atLeast(11, 5, 0) ? "utf8mb4_uca1400_ai_ci" : "utf8mb4_general_ci";
    }

    @Override
    boolean hasVectors() {
        return version().atLeast(11, 7, 0);
    }

    @Override
    String vectorOf(String text) {
        return "VEC_FromText(" + text + ")";
    }

    @Override
    public String visit(SimpleType type) {
        return type == SimpleType.UUID && version().atLeast(10, 7, 0) ? "UUID" : super.visit(type);
    }
}
