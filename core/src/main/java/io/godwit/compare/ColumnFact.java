package io.godwit.compare;

import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.Generated;
import io.godwit.schema.Literal;
import io.godwit.schema.NativeType;
import io.godwit.schema.Value;
import org.jspecify.annotations.Nullable;

/** What is said of a column. */
record ColumnFact(String object, Column column, CommonGround ground) {

    SchemaFact fact() {
        SchemaFact.Details details = new SchemaFact.Details()
                .with("type", type(column.type()))
                .with("nullable", column.nullable() ? "yes" : "no")
                .when(column.identity(), "identity")
                .with("default", value(column.defaultValue()))
                .with("generated", generated(column.generated()))
                .with("collation", ground.exact() ? column.collation() : null)
                .with("comment", column.comment());
        return new SchemaFact(
                Difference.Kind.COLUMN, object, column.name().text(), ground.key(column.name()), "", details.map());
    }

    private Detail type(ColumnType type) {
        return new Detail(type.toString(), ground.exact() || !(type instanceof NativeType));
    }

    private @Nullable Detail value(@Nullable Value value) {
        if (value instanceof Literal literal) {
            return literal.isNull() ? null : Detail.of(DefaultText.of(literal, column.type()));
        }
        return value instanceof Expression expression ? ground.text(expression) : null;
    }

    private @Nullable Detail generated(@Nullable Generated generated) {
        if (generated == null) {
            return null;
        }
        Detail text = ground.text(generated.expression());
        return text.comparable() && !generated.stored() ? Detail.of("when read: " + text.text()) : text;
    }
}
