package io.godwit.universal;

import io.godwit.dialect.Binding;
import io.godwit.dialect.Term;
import io.godwit.dialect.ValueType;
import io.godwit.universal.Node.Constant;
import java.math.BigDecimal;

/** Writes literals. For one thread. */
final class ConstantWriter {

    private static final int MOST_DIGITS = 400;

    private final Translation translation;

    ConstantWriter(Translation translation) {
        this.translation = translation;
    }

    Term write(Constant constant) {
        String value = constant.value();
        return switch (constant.kind()) {
            case NULL -> Term.atom("NULL").as(ValueType.UNTYPED);
            case BOOLEAN ->
                new Term(
                        translation.syntax().bool(Boolean.parseBoolean(value)), Binding.ATOM, ValueType.BOOLEAN, value);
            case NUMBER -> number(constant);
            case TEXT ->
                new Term(
                        translation.forms().literal(value, ValueType.UNTYPED).sql(),
                        Binding.ATOM,
                        ValueType.UNTYPED,
                        value);
        };
    }

    /** As PostgreSQL: digits alone are an integer if they fit in 64 bits, everything else is a decimal. */
    private Term number(Constant constant) {
        String digits = constant.value();
        boolean whole = digits.chars().allMatch(Character::isDigit);
        if (whole && new BigDecimal(digits).compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
            boolean narrow = Long.parseLong(digits) <= Integer.MAX_VALUE;
            return new Term(digits, Binding.ATOM, narrow ? ValueType.INTEGER : ValueType.BIGINT, digits);
        }
        Term decimal = translation.placed(constant.at(), () -> decimal(digits));
        return translation.passesUnknown() ? new Term(digits, Binding.ATOM, decimal.type(), digits) : decimal;
    }

    /** PostgreSQL takes the sign for a part of the number: the least of each type is one of it. */
    static Term negative(Term number, String digits) {
        ValueType type = switch (digits) {
            case "2147483648" -> ValueType.INTEGER;
            case "9223372036854775808" -> ValueType.BIGINT;
            default -> number.type();
        };
        return new Term("-" + digits, Binding.ATOM, type, "-" + digits);
    }

    /**
     * A decimal in plain digits, for digits with an exponent are floating point on other engines than PostgreSQL.
     *
     * @throws IllegalArgumentException if no engine has so many digits, or it is no number
     */
    static Term decimal(String characters) {
        BigDecimal value = new BigDecimal(characters.strip());
        if (Math.abs((long) value.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException("the number " + characters + " has too many digits");
        }
        String digits = value.toPlainString();
        int scale = Math.max(value.scale(), 0);
        ValueType type = ValueType.decimal(Math.max(value.precision() - Math.min(value.scale(), 0), scale), scale);
        return new Term(digits, Binding.ATOM, type, digits);
    }
}
