package io.godwit.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Gives every constraint and index that has no name the same name on every engine: {@code pk_}, {@code uq_}, {@code fk_},
 * {@code ck_} or {@code ix_}, the table, the columns; with a hashed tail where that is too long for the engine. Immutable.
 *
 * @param maximumBytes the longest name the engine keeps, in bytes of UTF-8
 * @param constraintsFollow whether constraints that Godwit named after their table are renamed with it: where a schema has each
 *     constraint's name only once, the next table of the old name could not be made otherwise
 */
public record Naming(int maximumBytes, boolean constraintsFollow) {

    /** Of an engine in which two tables may have constraints of one name. */
    public Naming(int maximumBytes) {
        this(maximumBytes, false);
    }

    public PrimaryKey name(TableName table, PrimaryKey key) {
        return key.name() != null ? key : key.named(primaryKey(table));
    }

    public UniqueKey name(TableName table, UniqueKey unique) {
        return unique.name() != null
                ? unique
                : unique.named(fit("uq_" + table.folded() + "_" + join(unique.columns())));
    }

    public ForeignKey name(TableName table, ForeignKey foreignKey) {
        return foreignKey.name() != null
                ? foreignKey
                : foreignKey.named(fit("fk_" + table.folded() + "_" + join(foreignKey.columns())));
    }

    /** A check of the table is told from its siblings by a hash of its text. */
    public Check name(TableName table, Check check) {
        return check.name() != null
                ? check
                : check.named(fit(
                        "ck_" + table.folded() + "_" + hash(check.expression().text())));
    }

    public Index name(TableName table, Index index) {
        if (index.name() != null) {
            return index;
        }
        String parts = index.columns().stream().map(Naming::part).collect(Collectors.joining("_"));
        String prefix = index.unique() ? "ux_" : "ix_";
        String where = index.where() == null ? "" : "_" + hash(index.where().text());
        return index.withName(fit(prefix + table.folded() + "_" + parts + where));
    }

    public Name primaryKey(TableName table) {
        return fit("pk_" + table.folded());
    }

    public Name columnCheck(TableName table, Name column) {
        return fit("ck_" + table.folded() + "_" + column);
    }

    /** The check that is part of an enum column's type. */
    public Name enumCheck(TableName table, Name column) {
        return fit("ck_" + table.folded() + "_" + column + "_enum");
    }

    /** The text as a name, cut to fit, with eight digits of its hash in place of what was cut. */
    public Name fit(String text) {
        if (bytes(text) <= maximumBytes) {
            return Name.of(text);
        }
        int end = text.length();
        while (bytes(text.substring(0, end)) > maximumBytes - 9) {
            end = text.offsetByCodePoints(end, -1);
        }
        return Name.of(text.substring(0, end) + "_" + hash(text));
    }

    private static String part(IndexColumn column) {
        Name name = column.name();
        Expression expression = column.expression();
        return name != null ? name.text() : expression != null ? hash(expression.text()) : "";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String join(List<Name> names) {
        return names.stream().map(Name::text).collect(Collectors.joining("_"));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
