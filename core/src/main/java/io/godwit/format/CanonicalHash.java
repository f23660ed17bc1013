package io.godwit.format;

import io.godwit.migration.Migration;
import io.godwit.migration.OnOtherEngines;
import io.godwit.migration.RiskLevel;
import io.godwit.migration.Step;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a migration means, as two hashes: reformatting or describing it anew keeps both, a change of meaning changes one.
 *
 * <p>Version 1 of the canonical form is SHA-256 over UTF-8 JSON with sorted keys. Stateless and thread-safe.
 */
public final class CanonicalHash {

    private static final String VERSION = "v1:";

    private CanonicalHash() {}

    /**
     * The hashes of a migration.
     *
     * <p>{@code up} covers what runs. {@code down} covers {@code steps.down}, the timeouts of the steps up, {@code riskLevel},
     * {@code category} and {@code requiresBackup}. What only describes is in neither.
     */
    public static Hashes hash(Migration migration) {
        return new Hashes(
                VERSION + Sha256.of(CanonicalJson.print(up(migration))),
                VERSION + Sha256.of(CanonicalJson.print(down(migration))));
    }

    /**
     * The migration as compact JSON with everything in it, the text of its SQL files included, for the history; {@link
     * MigrationReader#ofHistory()} reads it back.
     *
     * @throws IllegalArgumentException if a file's text was not read
     */
    public static String canonicalDocument(Migration migration) {
        return JsonText.compact(DocumentForm.write(migration, Audience.HISTORY));
    }

    private static JsonNode up(Migration migration) {
        return new ObjectWriter(Audience.HASH)
                .text("id", migration.id())
                .text("pluginId", migration.pluginId())
                .text("version", migration.version())
                .text("type", migration.type())
                .texts("dependencies", migration.dependencies())
                .texts("conflicts", migration.conflicts())
                .texts("databaseEngines", migration.databaseEngines())
                .choice("onOtherEngines", migration.onOtherEngines(), OnOtherEngines.REFUSE)
                .fullList("up", migration.up(), step -> StepForm.write(step, Audience.HASH, false))
                .done();
    }

    private static JsonNode down(Migration migration) {
        Map<String, JsonNode> timeouts = new LinkedHashMap<>();
        for (Step step : migration.up()) {
            if (step.timeout() != null) {
                timeouts.put(step.id(), JsonNumber.of(step.timeout().toString()));
            }
        }
        return new ObjectWriter(Audience.HASH)
                .text("category", migration.category())
                .choice("riskLevel", migration.riskLevel(), RiskLevel.LOW)
                .flag("requiresBackup", migration.requiresBackup(), false)
                .optional("timeouts", timeouts.isEmpty() ? null : JsonObject.of(timeouts))
                .optional(
                        "down",
                        Directions.writeDown(migration.down(), Audience.HASH).orElse(null))
                .done();
    }
}
