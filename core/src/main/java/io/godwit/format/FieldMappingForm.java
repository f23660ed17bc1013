package io.godwit.format;

import io.godwit.migration.FieldMapping;
import io.godwit.migration.FieldTransform;
import io.godwit.schema.Expression;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a transform makes one column of its target. */
final class FieldMappingForm {

    private enum Kind {
        FUNCTION,
        EXPRESSION,
        LOOKUP,
        CUSTOM
    }

    private FieldMappingForm() {}

    static Part<FieldMapping> read(Input input) {
        return input.object(in -> {
            Part<String> source = in.optional("source", Input::words);
            Part<Name> target = in.required("target", NameForm.NAME);
            Part<FieldTransform> transform = in.object("transform", FieldMappingForm::transform);
            Part<Literal> defaultValue = in.optional("defaultValue", ValueForm.LITERAL_VALUE);
            Part<Boolean> required = in.flag("required", false);
            return in.complete()
                    ? Part.of(new FieldMapping(
                            source.orNull(), target.get(), transform.orNull(), defaultValue.orNull(), required.get()))
                    : Part.nothing();
        });
    }

    private static Part<FieldTransform> transform(ObjectReader in) {
        Part<Kind> type = in.requiredChoice("type", Kind.values());
        if (type.orNull() == null) {
            in.required("definition", Part::of);
            in.optional("parameters", Part::of);
            in.complete();
            return Part.nothing();
        }
        return switch (type.get()) {
            case FUNCTION -> function(in);
            case EXPRESSION -> expression(in);
            case LOOKUP -> {
                Part<FieldTransform> lookup = in.required("definition", FieldMappingForm::lookup);
                yield in.complete() ? lookup : Part.nothing();
            }
            case CUSTOM -> custom(in);
        };
    }

    private static Part<FieldTransform> function(ObjectReader in) {
        Part<String> name = in.requiredConverted("definition", FieldMappingForm::functionName);
        Part<List<Literal>> parameters = in.list("parameters", ValueForm.LITERAL_VALUE);
        return in.complete() ? Part.of(new FieldTransform.Function(name.get(), parameters.get())) : Part.nothing();
    }

    private static String functionName(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        if (name.isEmpty() || !name.chars().allMatch(FieldMappingForm::isOfName)) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no function's name; write upper, or use \"type\": \"expression\" for SQL");
        }
        return name;
    }

    private static boolean isOfName(int character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') || character == '_';
    }

    private static Part<FieldTransform> expression(ObjectReader in) {
        Part<Expression> expression = in.required("definition", SqlTextForm.EXPRESSION);
        return in.complete() ? Part.of(new FieldTransform.Computed(expression.get())) : Part.nothing();
    }

    private static Part<FieldTransform> custom(ObjectReader in) {
        Part<FieldTransform.Custom> custom = in.required("definition", FieldMappingForm::named);
        Part<List<Literal>> parameters = in.list("parameters", ValueForm.LITERAL_VALUE);
        return in.complete()
                ? Part.of(new FieldTransform.Custom(
                        custom.get().name(), parameters.get(), custom.get().position()))
                : Part.nothing();
    }

    private static Part<FieldTransform.Custom> named(Input input) {
        String name = input.words().orNull();
        return name == null ? Part.nothing() : Part.of(new FieldTransform.Custom(name, List.of(), input.position()));
    }

    private static Part<FieldTransform> lookup(Input input) {
        if (!(input.node() instanceof JsonObject object)) {
            return input.expected("an object from source value to target value, or {\"table\", \"key\", \"value\"}");
        }
        if (object.hasOnly("table", "key", "value")) {
            return input.object(FieldMappingForm::tableLookup);
        }
        Map<String, Literal> values = new LinkedHashMap<>();
        object.fields()
                .forEach((key, node) -> values.put(
                        key, ValueForm.literal(new Input(node, input.reading())).get()));
        return Part.of(new FieldTransform.InlineLookup(values));
    }

    private static Part<FieldTransform> tableLookup(ObjectReader in) {
        Part<TableName> table = in.required("table", NameForm.TABLE);
        Part<Name> key = in.required("key", NameForm.NAME);
        Part<Name> value = in.required("value", NameForm.NAME);
        return in.complete()
                ? Part.of(new FieldTransform.TableLookup(table.get(), key.get(), value.get()))
                : Part.nothing();
    }

    static JsonNode write(FieldMapping mapping, Audience audience) {
        return new ObjectWriter(audience)
                .text("source", mapping.source())
                .text("target", mapping.target())
                .part("transform", mapping.transform(), transform -> write(transform, audience))
                .part("defaultValue", mapping.defaultValue(), value -> literal(value, audience))
                .flag("required", mapping.required(), false)
                .done();
    }

    private static JsonNode write(FieldTransform transform, Audience audience) {
        ObjectWriter out = new ObjectWriter(audience);
        if (transform instanceof FieldTransform.Function function) {
            out.text("type", "function").text("definition", function.name());
            return out.list("parameters", function.parameters(), value -> literal(value, audience))
                    .done();
        }
        if (transform instanceof FieldTransform.Computed computed) {
            JsonNode expression = SqlTextForm.write(computed.expression(), audience);
            return out.text("type", "expression").node("definition", expression).done();
        }
        if (transform instanceof FieldTransform.Custom custom) {
            out.text("type", "custom").text("definition", custom.name());
            return out.list("parameters", custom.parameters(), value -> literal(value, audience))
                    .done();
        }
        return out.text("type", "lookup")
                .node("definition", lookup(transform, audience))
                .done();
    }

    private static JsonNode lookup(FieldTransform transform, Audience audience) {
        if (transform instanceof FieldTransform.TableLookup lookup) {
            return new ObjectWriter(audience)
                    .text("table", lookup.table())
                    .text("key", lookup.key())
                    .text("value", lookup.value())
                    .done();
        }
        Map<String, JsonNode> values = new LinkedHashMap<>();
        ((FieldTransform.InlineLookup) transform)
                .values()
                .forEach((key, value) -> values.put(key, literal(value, audience)));
        JsonObject definition = JsonObject.of(values);
        if (definition.hasOnly("table", "key", "value")) {
            throw new IllegalArgumentException(
                    "a lookup of exactly 'table', 'key' and 'value' has no form; it would be read as a lookup in a table");
        }
        return definition;
    }

    private static JsonNode literal(Literal literal, Audience audience) {
        return ValueForm.writeLiteral(literal, audience);
    }
}
