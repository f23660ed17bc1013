package io.godwit.format;

import io.godwit.operation.EngineSql;
import io.godwit.schema.ColumnType;
import io.godwit.schema.NativeType;
import java.util.LinkedHashMap;
import java.util.Map;

/** Types: a portable one as a text, or {@code {"native": {engine: type}}}. */
final class TypeForm {

    static final PartReader<ColumnType> TYPE = TypeForm::read;

    private TypeForm() {}

    static Part<ColumnType> read(Input input) {
        if (input.node() instanceof JsonString) {
            return input.converted(ColumnType::parse);
        }
        if (!(input.node() instanceof JsonObject)) {
            return input.expected("a type such as \"varchar(200)\", or {\"native\": {…}}");
        }
        return input.object(object -> {
            Part<Map<String, String>> types = object.required("native", TypeForm::types);
            return object.complete() ? Part.of(new NativeType(types.get())) : Part.nothing();
        });
    }

    private static Part<Map<String, String>> types(Input input) {
        if (!(input.node() instanceof JsonObject object)) {
            return input.expected("an object from engine to type");
        }
        int before = input.reading().problemCount();
        Map<String, String> types = new LinkedHashMap<>();
        object.fields().forEach((engine, node) -> add(engine, new Input(node, input.reading()), types));
        return input.reading().problemCount() == before ? Part.of(types) : Part.nothing();
    }

    private static void add(String engine, Input type, Map<String, String> types) {
        Part<String> name = SqlForm.engine(engine, type);
        Part<String> text = EngineSql.UNIVERSAL.equals(name.orNull()) ? portable(type) : type.words();
        if (name.orNull() != null && text.orNull() != null && types.putIfAbsent(name.get(), text.get()) != null) {
            type.fault("the engine '" + name.get() + "' is there twice");
        }
    }

    /** What stands under {@code universal} must be a portable type, and stays as it was written. */
    private static Part<String> portable(Input type) {
        return type.converted(ColumnType::parse).orNull() == null ? Part.nothing() : type.text();
    }

    static JsonNode write(ColumnType type) {
        if (!(type instanceof NativeType nativeType)) {
            return JsonString.of(type.toString());
        }
        Map<String, JsonNode> types = new LinkedHashMap<>();
        nativeType.types().forEach((engine, text) -> types.put(engine, JsonString.of(text)));
        return JsonObject.of("native", JsonObject.of(types));
    }
}
