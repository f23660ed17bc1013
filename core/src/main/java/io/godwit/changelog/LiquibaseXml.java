package io.godwit.changelog;

import io.godwit.dialect.Statement;
import io.godwit.failure.Problem;
import io.godwit.migration.Step;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import io.godwit.plan.StepPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes plans for several engines as one Liquibase changelog in XML: a change set a step, with each engine's statements, and a rollback
 * block from the down side. Needs no Liquibase. For one use.
 */
public final class LiquibaseXml {

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                    http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.33.xsd"
                logicalFilePath="%s">
            """;

    /** Liquibase's own names, where they are others. */
    private static final Map<String, String> NAMES = Map.of("sqlserver", "mssql");

    private final Map<String, Plan> up = new LinkedHashMap<>();
    private final Map<String, Plan> down = new LinkedHashMap<>();
    private final List<Problem> byHand = new ArrayList<>();
    private int changeSets;

    /** Without any engine yet. */
    public LiquibaseXml() {}

    /**
     * Adds an engine.
     *
     * @param plan all up sides, from an empty database
     * @param back all down sides; empty if there are none to be had
     */
    public LiquibaseXml add(Plan plan, Optional<Plan> back) {
        up.put(plan.engine(), plan);
        back.ifPresent(way -> down.put(plan.engine(), way));
        return this;
    }

    /** How many change sets were written. */
    public int changeSets() {
        return changeSets;
    }

    /** What has no form in a change set, and is left to a person. */
    public List<Problem> byHand() {
        return List.copyOf(byHand);
    }

    /**
     * Writes the file.
     *
     * @param logicalPath what Liquibase calls it in its history, wherever it lies
     */
    public void write(String logicalPath, Path output) {
        try (OutputFile file = OutputFile.at(output)) {
            file.write(HEAD.formatted(attribute(logicalPath)));
            List<MigrationPlan> order = up.values().iterator().next().migrations();
            for (MigrationPlan migration : order) {
                changeSets += write(migration, file);
            }
            file.write("</databaseChangeLog>\n");
            file.commit();
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "the file " + output + " could not be written: " + failure.getMessage(), failure);
        }
    }

    private int write(MigrationPlan migration, OutputFile file) throws IOException {
        List<String> engines = up.keySet().stream()
                .filter(engine ->
                        of(up, engine, migration).filter(MigrationPlan::runs).isPresent())
                .toList();
        if (engines.isEmpty()) {
            return 0;
        }
        MigrationPlan any = of(up, engines.get(0), migration).orElseThrow();
        boolean first = true;
        for (StepPlan step : any.steps()) {
            if (step.preValidation() != null || step.postValidation() != null) {
                left(migration, step, "its validations are left out");
            }
            if (step.transform() != null) {
                left(migration, step, "moves rows in batches, which no change set can");
            }
            write(migration, step.step(), engines, first, file);
            first = false;
        }
        return any.steps().size();
    }

    private void left(MigrationPlan migration, StepPlan step, String words) {
        byHand.add(new Problem(migration.id() + ", step " + step.step().id(), "", 0, 0, words));
    }

    private void write(MigrationPlan migration, Step step, List<String> engines, boolean first, OutputFile file)
            throws IOException {
        Map<String, List<String>> statements = new LinkedHashMap<>();
        Map<String, List<String>> back = new LinkedHashMap<>();
        for (String engine : engines) {
            statements.put(engine, statements(of(up, engine, migration).orElseThrow(), step.id()));
            of(down, engine, migration).ifPresent(way -> back.put(engine, first ? sql(way.steps()) : List.of()));
        }
        boolean transactional = engines.stream()
                .flatMap(engine -> of(up, engine, migration).orElseThrow().steps().stream())
                .filter(plan -> plan.step().id().equals(step.id()))
                .allMatch(StepPlan::transactional);
        String id = migration.id() + "/" + step.id();
        file.write("\n  <changeSet id=\"" + attribute(id) + "\" author=\""
                + attribute(migration.migration().pluginId()) + "\"" + dbms(engines)
                + (transactional ? "" : " runInTransaction=\"false\"")
                + (step.skipOnError() ? " failOnError=\"false\"" : "") + ">\n");
        String name = step.name() == null ? migration.migration().name() : step.name();
        if (name != null) {
            file.write("    <comment>" + text(name) + "</comment>\n");
        }
        write(statements, "    ", file);
        if (back.size() == engines.size()) {
            boolean nothing = back.values().stream().allMatch(List::isEmpty);
            file.write(nothing ? "    <rollback/>\n" : "    <rollback>\n");
            if (!nothing) {
                write(back, "      ", file);
                file.write("    </rollback>\n");
            }
        }
        file.write("  </changeSet>\n");
    }

    private static Optional<MigrationPlan> of(Map<String, Plan> plans, String engine, MigrationPlan migration) {
        Plan plan = plans.get(engine);
        return plan == null
                ? Optional.empty()
                : plan.migrations().stream()
                        .filter(other -> other.id().equals(migration.id()))
                        .findFirst();
    }

    private static List<String> statements(MigrationPlan plan, String step) {
        return sql(plan.steps().stream()
                .filter(each -> each.step().id().equals(step))
                .toList());
    }

    private static List<String> sql(List<StepPlan> steps) {
        List<String> all = new ArrayList<>();
        steps.forEach(step -> step.statements().stream()
                .map(Statement::sql)
                .filter(sql -> !sql.isBlank())
                .forEach(all::add));
        return all;
    }

    private static String dbms(List<String> engines) {
        return " dbms=\""
                + String.join(",", engines.stream().map(LiquibaseXml::called).toList()) + "\"";
    }

    private static String called(String engine) {
        return NAMES.getOrDefault(engine, engine);
    }

    /** What all engines share stands once. */
    private static void write(Map<String, List<String>> statements, String indent, OutputFile file) throws IOException {
        List<List<String>> different = statements.values().stream().distinct().toList();
        for (List<String> each : different) {
            List<String> engines = statements.keySet().stream()
                    .filter(engine -> Objects.equals(statements.get(engine), each))
                    .map(LiquibaseXml::called)
                    .toList();
            String only = different.size() == 1 ? "" : " dbms=\"" + String.join(",", engines) + "\"";
            for (String sql : each) {
                file.write(indent + "<sql" + only + " splitStatements=\"false\" stripComments=\"false\">" + data(sql)
                        + "</sql>\n");
            }
        }
    }

    /** {@code ${name}} would be a property of the changelog's: with a colon it is none. */
    private static String data(String sql) {
        String bare = sql.replace("${", "${:");
        return "<![CDATA[" + bare.replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }

    private static String text(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String attribute(String words) {
        return text(words).replace("\"", "&quot;");
    }
}
