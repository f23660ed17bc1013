package io.godwit.cli.docs;

import io.godwit.Godwit;
import io.godwit.dialect.NativeScript;
import io.godwit.dialect.Statement;
import io.godwit.engine.DialectFinder;
import io.godwit.failure.PlanRefusedException;
import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.format.PluginSource;
import io.godwit.migration.Migration;
import io.godwit.operation.Operation;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import io.godwit.plan.StepPlan;
import io.godwit.plan.Undo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one engine makes of an example. Immutable.
 *
 * @param engine its name and version
 * @param body the SQL, what is done in another way, or why it is refused; Markdown
 * @param undo how it is taken back; empty when it is refused
 */
record EngineAnswer(String engine, String body, String undo) {

    /** Renders the last of the migrations after the others, without a database. */
    static EngineAnswer of(String engine, List<Migration> migrations) {
        String name = engine.replace(':', ' ');
        try {
            return of(
                    name,
                    script(engine),
                    Godwit.offline(engine).plugins(PluginSource.of(migrations)).planUp());
        } catch (UnsupportedByDialectException e) {
            return new EngineAnswer(name, refused(e.unsupported()), "");
        } catch (PlanRefusedException e) {
            return new EngineAnswer(name, "Refused: " + e.getMessage() + "\n", "");
        }
    }

    boolean refused() {
        return undo.isEmpty();
    }

    private static String refused(Unsupported unsupported) {
        return "Refused: cannot do " + unsupported.construct() + ": " + unsupported.reason() + ". Instead: "
                + unsupported.alternative() + ".\n";
    }

    private static NativeScript script(String engine) {
        String[] parts = engine.split(":", -1);
        return DialectFinder.with(List.of()).forEngine(parts[0], parts[1]).nativeScript();
    }

    private static EngineAnswer of(String engine, NativeScript script, Plan plan) {
        MigrationPlan last = plan.migrations().get(plan.migrations().size() - 1);
        String sql = last.statements().stream()
                .map(statement -> text(statement, script))
                .collect(Collectors.joining());
        String findings = plan.findings().stream()
                .filter(finding ->
                        finding.migration().equals(last.id()) && finding.rule().equals("fallback"))
                .map(finding ->
                        "\nFinding: " + finding.message() + (finding.message().endsWith(".") ? "\n" : ".\n"))
                .collect(Collectors.joining());
        String body = sql.isEmpty() ? "Nothing to run.\n" : "```sql\n" + sql + "```\n";
        return new EngineAnswer(engine, body + findings, undo(last.steps().get(0)));
    }

    /** As the engine's own client takes it. */
    private static String text(Statement statement, NativeScript script) {
        Statement plain = Statement.of(statement.sql());
        List<String> lines = new ArrayList<>();
        if (statement.mode() == Statement.Mode.OUTSIDE_TRANSACTION) {
            lines.add("-- outside a transaction");
        }
        lines.addAll(script.before(plain));
        lines.add(statement.sql() + script.terminator(plain));
        return String.join("\n", lines) + "\n";
    }

    private static String undo(StepPlan step) {
        String operations = step.scripts().stream()
                .flatMap(script -> script.inverses().stream())
                .flatMap(entry -> entry.inverse().operations().stream())
                .map(Operation::kind)
                .distinct()
                .map(kind -> "`" + kind + "`")
                .collect(Collectors.joining(", "));
        String by = step.undo() == Undo.NONE ? "" : operations.isEmpty() ? ", nothing to do" : ", by " + operations;
        return "**" + step.undo() + "**" + by + (step.undoReason().isEmpty() ? "" : ": " + step.undoReason());
    }
}
