package io.godwit.format;

import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Expression;
import io.godwit.schema.Generated;
import io.godwit.schema.Name;
import io.godwit.schema.NativeType;
import io.godwit.schema.Reference;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import java.util.Set;

/** A column of {@code createTable} or {@code addColumn}. */
final class ColumnForm {

    private static final String NATIVE_COLLATION = "native";

    private static final Set<ColumnType> WHOLE_NUMBERS =
            Set.of(SimpleType.SMALLINT, SimpleType.INTEGER, SimpleType.BIGINT);

    private ColumnForm() {}

    static Part<Column> read(Input input) {
        return input.object(ColumnForm::column);
    }

    private static Part<Column> column(ObjectReader in) {
        Part<Name> name = in.required("name", NameForm.NAME);
        Part<ColumnType> type = in.required("type", TypeForm.TYPE);
        Part<Boolean> nullable = in.flag("nullable", true);
        Part<Value> defaultValue = in.optional("default", ValueForm.VALUE);
        Part<Boolean> primaryKey = in.flag("primaryKey", false);
        Part<Boolean> unique = in.flag("unique", false);
        Part<Reference> references = in.object("references", ColumnForm::reference);
        Part<Expression> check = in.optional("check", SqlTextForm.EXPRESSION);
        Part<Boolean> identity = in.flag("identity", false);
        Part<Generated> generated = in.optional("generated", ColumnForm::generated);
        Part<String> comment = in.text("comment");
        Part<String> collation = in.optional("collation", ColumnForm::collation);
        Part<Boolean> sensitive = in.flag("sensitive", false);
        reportContradictions(in, type, identity.get());
        return in.complete()
                ? Part.of(new Column(
                        name.get(),
                        type.get(),
                        nullable.get(),
                        defaultValue.orNull(),
                        primaryKey.get(),
                        unique.get(),
                        references.orNull(),
                        check.orNull(),
                        identity.get(),
                        generated.orNull(),
                        comment.orNull(),
                        collation.orNull(),
                        sensitive.get()))
                : Part.nothing();
    }

    private static void reportContradictions(ObjectReader in, Part<ColumnType> type, boolean identity) {
        Input column = in.input();
        if (in.has("default") && in.has("generated")) {
            column.fault("a column has a default or is generated, not both");
        }
        if (identity && (in.has("default") || in.has("generated"))) {
            column.fault("the engine numbers an identity column; it has neither a default nor is it generated");
        }
        ColumnType known = type.orNull();
        if (identity && known != null && !(known instanceof NativeType) && !WHOLE_NUMBERS.contains(known)) {
            column.fault("an identity column is smallint, integer or bigint, not " + known);
        }
    }

    private static Part<String> collation(Input input) {
        Part<String> text = input.words();
        if (text.orNull() == null
                || input.reading().isForHistory()
                || text.get().equals(NATIVE_COLLATION)) {
            return text;
        }
        return input.fault("a collation is \"native\" (the engine's default) or left out, which compares exactly");
    }

    private static Part<Generated> generated(Input input) {
        if (input.node() instanceof JsonObject object && object.get("expression") != null) {
            return input.object(in -> {
                Part<Expression> expression = in.required("expression", SqlTextForm.EXPRESSION);
                Part<Boolean> stored = in.flag("stored", true);
                return in.complete() ? Part.of(new Generated(expression.get(), stored.get())) : Part.nothing();
            });
        }
        Part<Expression> expression = SqlTextForm.expression(input);
        return expression.orNull() == null ? Part.nothing() : Part.of(new Generated(expression.get(), true));
    }

    private static Part<Reference> reference(ObjectReader in) {
        Part<TableName> table = in.required("table", NameForm.TABLE);
        Part<Name> column = in.required("column", NameForm.NAME);
        Part<ReferentialAction> onDelete = action(in, "onDelete");
        Part<ReferentialAction> onUpdate = action(in, "onUpdate");
        return in.complete()
                ? Part.of(new Reference(table.get(), column.get(), onDelete.get(), onUpdate.get()))
                : Part.nothing();
    }

    static Part<ReferentialAction> action(ObjectReader in, String key) {
        return Part.of(in.optional(key, input -> input.choice(ReferentialAction.values()))
                .or(ReferentialAction.NO_ACTION));
    }

    static JsonNode write(Column column, Audience audience) {
        return new ObjectWriter(audience)
                .text("name", column.name())
                .node("type", TypeForm.write(column.type()))
                .flag("nullable", column.nullable(), true)
                .value("default", column.defaultValue())
                .flag("primaryKey", column.primaryKey(), false)
                .flag("unique", column.unique(), false)
                .part("references", column.references(), reference -> write(reference, audience))
                .expression("check", column.check())
                .flag("identity", column.identity(), false)
                .part("generated", column.generated(), generated -> write(generated, audience))
                .text("comment", column.comment())
                .text("collation", column.collation())
                .flag("sensitive", column.sensitive(), false)
                .done();
    }

    private static JsonNode write(Reference reference, Audience audience) {
        return new ObjectWriter(audience)
                .text("table", reference.table())
                .text("column", reference.column())
                .choice("onDelete", reference.onDelete(), ReferentialAction.NO_ACTION)
                .choice("onUpdate", reference.onUpdate(), ReferentialAction.NO_ACTION)
                .done();
    }

    private static JsonNode write(Generated generated, Audience audience) {
        JsonNode expression = SqlTextForm.write(generated.expression(), audience);
        if (generated.stored()) {
            return expression;
        }
        return new ObjectWriter(audience)
                .node("expression", expression)
                .flag("stored", false, true)
                .done();
    }
}
