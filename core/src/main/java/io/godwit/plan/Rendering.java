package io.godwit.plan;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.Translator;
import io.godwit.migration.CustomTransforms;
import java.util.Map;

/**
 * For which engine, and how, a plan is rendered. Immutable.
 *
 * @param dialect the engine at its version
 * @param translator for universal SQL
 * @param typeMapping the host's own physical types
 * @param sources gives files of rows their tables
 * @param customs what mappings may name
 */
public record Rendering(
        Dialect dialect,
        Translator translator,
        Map<String, String> typeMapping,
        SourceTables sources,
        CustomTransforms customs) {

    public Rendering {
        typeMapping = Map.copyOf(typeMapping);
    }

    /** Where no file of rows is at hand. */
    public Rendering(Dialect dialect, Translator translator, Map<String, String> typeMapping) {
        this(dialect, translator, typeMapping, SourceTables.NONE, CustomTransforms.NONE);
    }

    /** The same with other tables for files of rows. */
    public Rendering with(SourceTables other) {
        return new Rendering(dialect, translator, typeMapping, other, customs);
    }
}
