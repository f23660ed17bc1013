package io.godwit.dialect;

import io.godwit.schema.ColumnType;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A literal as a value of a type, on no engine in particular: what is refused here is refused on each. Immutable. */
public final class PortableLiteral extends StandardLiteral {

    private static final SqlSyntax SYNTAX = new NoSyntax();

    private PortableLiteral(Literal literal) {
        super(literal, SYNTAX);
    }

    /** Why no column of the type can hold the literal; empty if one can, or the literal is NULL. */
    public static Optional<String> fault(Literal literal, ColumnType type) {
        if (literal.isNull()) {
            return Optional.empty();
        }
        try {
            type.accept(new PortableLiteral(literal));
            return Optional.empty();
        } catch (IllegalArgumentException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    @Override
    protected StandardLiteral of(Literal element) {
        return new PortableLiteral(element);
    }

    /** Some engines have such numbers. */
    @Override
    protected String special(ColumnType type) {
        return literal().text();
    }

    /** Nothing that is written here is sent anywhere. */
    private static final class NoSyntax implements SqlSyntax {

        @Override
        public String name(Name name) {
            return name.text();
        }

        @Override
        public String table(TableName name) {
            return name.toString();
        }

        @Override
        public String text(String characters) {
            return characters;
        }

        @Override
        public String bool(boolean value) {
            return Boolean.toString(value);
        }

        @Override
        public String literal(Literal literal, @Nullable ColumnType type) {
            return literal.text();
        }

        @Override
        public String type(ColumnType type) {
            return type.toString();
        }
    }
}
