/** Godwit: an embeddable database-migration library. */
@SuppressWarnings("requires-automatic")
module io.godwit {
    requires transitive java.sql;
    requires com.fasterxml.jackson.core;
    requires de.siegmar.fastcsv;
    requires static com.exceptionfactory.jagged;
    requires static com.exceptionfactory.jagged.framework;
    requires static com.exceptionfactory.jagged.x25519;
    requires static org.apache.commons.compress;
    requires static liquibase.core;
    requires static transitive org.jspecify;

    exports io.godwit;
    exports io.godwit.archive;
    exports io.godwit.archive.build;
    exports io.godwit.backup;
    exports io.godwit.changelog;
    exports io.godwit.compare;
    exports io.godwit.engine;
    exports io.godwit.history;
    exports io.godwit.dialect;
    exports io.godwit.failure;
    exports io.godwit.format;
    exports io.godwit.migration;
    exports io.godwit.operation;
    exports io.godwit.plan;
    exports io.godwit.plan.risk;
    exports io.godwit.schema;

    uses io.godwit.dialect.DialectProvider;
}
