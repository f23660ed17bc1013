package io.godwit.compare;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something of a schema that is not the same on both sides. Immutable.
 *
 * @param kind what it is
 * @param object the table, view or sequence, as one of the databases calls it
 * @param part the column, key, check, index or trigger; empty for the object itself
 * @param attribute what of it differs, such as {@code type}; empty if the whole is on one side only
 * @param here as it is here, in words; null if it is not here
 * @param there as it is there, in words; null if it is not there
 * @param explainedBy the migrations of only one side that make it differ, by id; empty if none is known to
 */
public record Difference(
        Kind kind,
        String object,
        String part,
        String attribute,
        @Nullable String here,
        @Nullable String there,
        List<String> explainedBy) {

    /** What may differ. */
    public enum Kind {
        TABLE,
        COLUMN,
        PRIMARY_KEY,
        UNIQUE_KEY,
        FOREIGN_KEY,
        CHECK,
        INDEX,
        TRIGGER,
        /** What an engine has beside these. */
        OTHER,
        VIEW,
        SEQUENCE;

        /** In lower case, such as {@code foreign key}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public Difference {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(attribute, "attribute");
        explainedBy = List.copyOf(explainedBy);
        if (Objects.equals(here, there)) {
            throw new IllegalArgumentException("two that are the same do not differ");
        }
    }

    /** Nobody knows why yet. */
    Difference(Kind kind, String object, String part, String attribute, @Nullable String here, @Nullable String there) {
        this(kind, object, part, attribute, here, there, List.of());
    }

    /** The same with what makes it. */
    Difference explainedBy(List<String> migrations) {
        return new Difference(kind, object, part, attribute, here, there, migrations);
    }

    /** Such as {@code column name of crm.contacts}. */
    public String subject() {
        return part.isEmpty() ? kind + " " + object : kind + " " + part + " of " + object;
    }

    /** Whether it is the same difference, whatever explains it. */
    boolean isSameAs(Difference other) {
        return explainedBy(List.of()).equals(other.explainedBy(List.of()));
    }

    @Override
    public String toString() {
        if (attribute.isEmpty()) {
            return subject() + " is only " + (here == null ? "there" : "here");
        }
        return subject() + ": " + attribute + " " + said(here) + " here, " + said(there) + " there";
    }

    private static String said(@Nullable String words) {
        return words == null ? "none" : words;
    }
}
