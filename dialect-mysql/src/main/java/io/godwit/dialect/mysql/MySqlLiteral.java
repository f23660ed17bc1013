package io.godwit.dialect.mysql;

import io.godwit.dialect.JsonText;
import io.godwit.dialect.StandardLiteral;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Literal;
import io.godwit.schema.NativeType;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TimeType;

/** One literal, not NULL, as a value of a type. */
final class MySqlLiteral extends StandardLiteral {

    private final MySqlSyntax syntax;

    MySqlLiteral(Literal literal, MySqlSyntax syntax) {
        super(literal, syntax);
        this.syntax = syntax;
    }

    @Override
    protected StandardLiteral of(Literal element) {
        return new MySqlLiteral(element, syntax);
    }

    /** A portable type stands for the native one where the engine is not named. */
    @Override
    public String visit(NativeType type) {
        String universal = type.types().get("universal");
        boolean own = syntax.keys().stream().anyMatch(type.types()::containsKey);
        return own || universal == null
                ? untyped()
                : ColumnType.parse(universal).accept(this);
    }

    @Override
    protected String bytes(String hexadecimal) {
        return "X'" + hexadecimal + "'";
    }

    @Override
    protected String vector(JsonText json) {
        return syntax.vector(json.json());
    }

    /** With the column's digits only. */
    @Override
    protected String time(TimeType type, String canonical) {
        String six = super.time(type, canonical);
        String cut = six.substring(0, six.length() - 1 - (TimeType.MOST_DIGITS - type.digits()));
        return (type.digits() == 0 ? cut.substring(0, cut.length() - 1) : cut) + "'";
    }

    /** An instant is kept in UTC. The year 0 has only the date 0, which is none. */
    @Override
    protected String time(SimpleType type, String canonical) {
        if (type != SimpleType.TIME && canonical.startsWith("0000")) {
            throw wrong(type, "the calendar begins with the year 1");
        }
        return "'" + canonical.replace('T', ' ').replace("Z", "") + "'";
    }
}
