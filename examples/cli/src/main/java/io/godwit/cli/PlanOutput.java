package io.godwit.cli;

import io.godwit.plan.Plan;

/** A plan in the format that was asked for. */
record PlanOutput(Terminal terminal, GlobalOptions options) {

    void print(Plan plan) {
        switch (options.planFormat()) {
            case JSON -> terminal.out().print(plan.toJson());
            case MARKDOWN -> terminal.out().print(plan.toMarkdown());
            case MERMAID -> terminal.out().print(plan.toMermaid());
            case SQL -> terminal.out().print(plan.toSql());
            case HTML -> terminal.out().print(plan.toHtml());
            default -> new PlanText(terminal, options.verbose()).print(plan);
        }
    }
}
