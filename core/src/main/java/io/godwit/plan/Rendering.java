package io.godwit.plan;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.Translator;
import java.util.Map;

/**
 * For which engine, and how, a plan is rendered. Immutable.
 *
 * @param dialect the engine at its version
 * @param translator for universal SQL
 * @param typeMapping the host's own physical types
 */
public record Rendering(Dialect dialect, Translator translator, Map<String, String> typeMapping) {

    public Rendering {
        typeMapping = Map.copyOf(typeMapping);
    }
}
