package io.godwit.schema;

import java.util.Objects;

/**
 * A SELECT as a value; a dialect's translator turns it into the engine's text. Immutable.
 *
 * <p>Two queries are equal when their text and language are: where they stand does not count.
 *
 * @param text the SQL, without a closing semicolon
 * @param language whose SQL it is
 * @param position where it stands in its document
 */
public record Query(String text, Language language, Position position) {

    public Query {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(position, "position");
        if (text.isBlank()) {
            throw new IllegalArgumentException("a query must not be empty");
        }
    }

    /** Universal (PostgreSQL-flavoured) SQL. */
    public static Query of(String text) {
        return new Query(text, Language.UNIVERSAL, Position.NONE);
    }

    /** Universal SQL with its place in the document. */
    public static Query of(String text, Position position) {
        return new Query(text, Language.UNIVERSAL, position);
    }

    /** The engine's own text, as introspection reads it; never translated. */
    public static Query ofEngine(String text) {
        return new Query(text, Language.ENGINE, Position.NONE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Query that && text.equals(that.text) && language == that.language;
    }

    @Override
    public int hashCode() {
        return Objects.hash(text, language);
    }
}
