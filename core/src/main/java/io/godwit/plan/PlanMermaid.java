package io.godwit.plan;

import io.godwit.migration.Dependency;
import java.util.HashMap;
import java.util.Map;

/** A plan as a Mermaid graph: an arrow goes from what comes first to what needs it. */
final class PlanMermaid {

    private final Plan plan;
    private final Map<String, String> nodes = new HashMap<>();
    private final StringBuilder text = new StringBuilder("graph TD\n");

    PlanMermaid(Plan plan) {
        this.plan = plan;
    }

    String text() {
        for (MigrationPlan migration : plan.migrations()) {
            node(
                    migration.id(),
                    migration.id() + "<br/>" + migration.migration().pluginId() + " "
                            + migration.migration().version());
        }
        for (MigrationPlan migration : plan.migrations()) {
            for (Dependency dependency : migration.migration().dependencies()) {
                String from = node(dependency.target(), dependency.toString());
                text.append("  ")
                        .append(from)
                        .append(" --> ")
                        .append(nodes.get(migration.id()))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private String node(String id, String label) {
        return nodes.computeIfAbsent(id, any -> {
            String node = "n" + nodes.size();
            text.append("  ")
                    .append(node)
                    .append("[\"")
                    .append(label.replace("\"", "#quot;"))
                    .append("\"]\n");
            return node;
        });
    }
}
