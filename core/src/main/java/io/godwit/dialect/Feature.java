package io.godwit.dialect;

/**
 * What engines differ in, where core or the contract suite must decide by it.
 *
 * <p>Everything else is a dialect's own business and has no feature.
 */
public enum Feature {
    /** DDL takes part in transactions and is rolled back with them. */
    TRANSACTIONAL_DDL("Transactional DDL", "each statement commits by itself, after its intent is journalled"),
    /** Tables live in schemas; elsewhere the schema is folded into the name. */
    SCHEMAS("Schemas", "folded into the name"),
    /** Views can store their rows. */
    MATERIALIZED_VIEWS("Materialized views", "a table that refreshView fills again, or a plain view"),
    /** An index can leave rows out. */
    PARTIAL_INDEXES("Partial indexes", "a whole index, with a finding; a unique one keeps its meaning or is refused"),
    /** An index can be on an expression. */
    EXPRESSION_INDEXES("Expression indexes", "refused by name"),
    /** An index can carry further columns. */
    INCLUDED_COLUMNS("INCLUDE columns", "left out, with a finding"),
    /** An index can be made without blocking writers. */
    CONCURRENT_INDEXES("Concurrent indexes", "made in the transaction, with a finding"),
    /** The engine has sequences of their own. */
    SEQUENCES("Sequences", "refused by name"),
    /** The engine has roles and privileges. */
    PRIVILEGES("Grants", "refused by name"),
    /** The engine has extensions to create. */
    EXTENSIONS("Extensions", "nothing to do, with a finding"),
    /** A table can be partitioned by declaration. */
    PARTITIONS("Partitioned tables", "a plain table, with a finding"),
    /** Comments are kept in the catalog. */
    COMMENTS("Comments", "kept in the table's own text"),
    /** Arrays are a type of their own. */
    ARRAYS("Arrays", "JSON"),
    /** An index method for words in texts. */
    FULLTEXT_INDEXES("Full-text indexes", "a plain index, with a finding"),
    /** An index method for JSON containment. */
    JSON_INDEXES("JSON indexes", "a plain index, with a finding"),
    /** A number in JSON keeps all its digits. */
    JSON_DIGITS("Digits of JSON numbers", "kept in double precision"),
    /** A text of any length can be in a key. */
    TEXT_KEYS("Keys on text", "refused by name: varchar(n)"),
    /** A primary key has a name of its own. */
    PRIMARY_KEY_NAMES("Names of primary keys", "left out"),
    /** A foreign key can set the default. */
    SET_DEFAULT("ON DELETE SET DEFAULT", "refused by name"),
    /** Foreign keys may act in a circle, or on one table by several ways. */
    CASCADE_PATHS("ON DELETE CASCADE to one table by several ways", "refused by name"),
    /** A varchar's length is a number of code points. */
    CODE_POINT_LENGTHS("Lengths in code points", "in UTF-16 units: an emoji counts twice"),
    /** Names have characters beyond the Basic Multilingual Plane. */
    SUPPLEMENTARY_NAMES("Names beyond the BMP", "refused by name"),
    /** Several statements travel in one message to the server. */
    STATEMENTS_IN_ONE_MESSAGE("Statements in one message", "one by one"),
    /** No more than one transaction writes at a time, so that the work transaction keeps other runners out. */
    SINGLE_WRITER("One writing transaction at a time", "a lock on a connection of its own");

    private final String title;
    private final String otherwise;

    Feature(String title, String otherwise) {
        this.title = title;
        this.otherwise = otherwise;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** What happens on an engine that lacks it. */
    public String otherwise() {
        return otherwise;
    }
}
