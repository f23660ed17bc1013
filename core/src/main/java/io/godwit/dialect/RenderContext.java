package io.godwit.dialect;

import java.util.Map;
import java.util.function.Consumer;

/**
 * What a renderer may know.
 *
 * @param schema the schema before the operations
 * @param translator turns expressions and queries into the engine's text
 * @param typeMapping the host's own choice of physical type: portable type as written, or its bare name, to the engine's type
 * @param notes takes a finding for people: what was left out or done another way on this engine
 */
public record RenderContext(
        SchemaView schema, Translator translator, Map<String, String> typeMapping, Consumer<String> notes) {

    public RenderContext {
        typeMapping = Map.copyOf(typeMapping);
    }
}
