package io.godwit.plan;

import io.godwit.dialect.Statement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** SHA-256 of what a plan would run, each text behind its length. For one plan. */
final class PlanHash {

    private final MessageDigest sha;

    private PlanHash() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String of(Plan plan) {
        PlanHash hash = new PlanHash();
        hash.add(plan.engine());
        hash.add(String.valueOf(plan.uninstalls()));
        plan.migrations().forEach(hash::add);
        return HexFormat.of().formatHex(hash.sha.digest());
    }

    private void add(MigrationPlan migration) {
        add(migration.id());
        add(migration.direction().toString());
        add(migration.handling().name());
        for (StepPlan step : migration.steps()) {
            add(step.step().id());
            add(step.preValidation());
            for (Statement statement : step.statements()) {
                add(statement.sql());
            }
            add(step.postValidation());
        }
    }

    private void add(@Nullable ValidationScript validation) {
        add(validation == null ? "" : validation.sql());
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
        sha.update((byte) ':');
        sha.update(bytes);
    }
}
