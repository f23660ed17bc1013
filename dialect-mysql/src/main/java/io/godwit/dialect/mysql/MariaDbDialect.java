package io.godwit.dialect.mysql;

import io.godwit.dialect.Feature;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.Renderer;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** MariaDB at one version, as far as it differs from MySQL. Immutable and thread-safe. */
final class MariaDbDialect extends MySqlDialect {

    static final String ENGINE = "mariadb";

    private static final Set<Feature> FEATURES = Collections.unmodifiableSet(EnumSet.of(
            Feature.EXPRESSION_INDEXES,
            Feature.JSON_DIGITS,
            Feature.PRIVILEGES,
            Feature.PARTITIONS,
            Feature.COMMENTS,
            Feature.FULLTEXT_INDEXES,
            Feature.CASCADE_PATHS,
            Feature.CODE_POINT_LENGTHS));

    MariaDbDialect(ServerVersion version) {
        super(version, new MariaDbSyntax(version));
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    /** What is written for MySQL is meant for MariaDB too, unless MariaDB is named. */
    @Override
    public List<String> keys() {
        return List.of(ENGINE, MySqlDialect.ENGINE);
    }

    @Override
    public Set<Feature> features() {
        return FEATURES;
    }

    @Override
    public Renderer renderer(RenderContext context) {
        return new MariaDbRenderer(this, context);
    }

    @Override
    public MySqlSettings settings() {
        return new MariaDbSettings(mySqlSyntax());
    }
}
