package io.godwit.universal;

import io.godwit.schema.SimpleType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's types that columns are declared with, and what to write for those that no other engine has. */
final class TypeTable {

    private static final Map<String, SimpleType> SERIAL = Map.of(
            "smallserial", SimpleType.SMALLINT,
            "serial2", SimpleType.SMALLINT,
            "serial", SimpleType.INTEGER,
            "serial4", SimpleType.INTEGER,
            "bigserial", SimpleType.BIGINT,
            "serial8", SimpleType.BIGINT);

    /** Types of other engines, which PostgreSQL does not know either. */
    private static final Set<String> FOREIGN = Set.of(
            "datetime",
            "datetime2",
            "nvarchar",
            "nchar",
            "varchar2",
            "clob",
            "longtext",
            "mediumtext",
            "tinyint",
            "number",
            "blob",
            "varbinary",
            "binary",
            "string",
            "long",
            "double",
            "bytes");

    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("numeric", "decimal(p,s) with the digits that it needs"),
            Map.entry("decimal", "decimal(p,s) with the digits that it needs"),
            Map.entry("bpchar", "char(n) with its length, or varchar(n)"),
            Map.entry("money", "decimal(19,2)"),
            Map.entry("citext", "text, and an index on lower(…)"),
            Map.entry("timetz", "time, or timestamptz for an instant"),
            Map.entry("time with time zone", "time, or timestamptz for an instant"),
            Map.entry("interval", "bigint with a number of seconds or microseconds"),
            Map.entry("tsvector", "text, and an index with the method fulltext"),
            Map.entry("tsquery", "text"),
            Map.entry("xml", "text"),
            Map.entry("bit", "boolean, bigint or bytes"),
            Map.entry("bit varying", "bytes"),
            Map.entry("varbit", "bytes"),
            Map.entry("inet", "varchar(43)"),
            Map.entry("cidr", "varchar(43)"),
            Map.entry("macaddr", "varchar(17)"),
            Map.entry("macaddr8", "varchar(23)"),
            Map.entry("hstore", "jsonb"),
            Map.entry("oid", "bigint"),
            Map.entry("regclass", "text"),
            Map.entry("name", "varchar(63)"),
            Map.entry("point", "two columns of double precision"),
            Map.entry("ltree", "text"),
            Map.entry("int4range", "two columns of integer"),
            Map.entry("int8range", "two columns of bigint"),
            Map.entry("numrange", "two columns of decimal(p,s)"),
            Map.entry("daterange", "two columns of date"),
            Map.entry("tsrange", "two columns of timestamp"),
            Map.entry("tstzrange", "two columns of timestamptz"));

    private TypeTable() {}

    /** The type of the numbers, for the words that mean numbered rows. */
    static Optional<SimpleType> serial(String name) {
        return Optional.ofNullable(SERIAL.get(name));
    }

    static boolean isOfAnotherEngine(String name) {
        return FOREIGN.contains(name);
    }

    /** What to write instead on engines that have no such type. */
    static String instead(String name, @Nullable String engine) {
        String instead = INSTEAD.get(name.toLowerCase(Locale.ROOT));
        return instead != null
                ? instead
                : "a type that every engine has, or the operation createTable with \"type\": {\"native\": {\"" + engine
                        + "\": …}}";
    }
}
