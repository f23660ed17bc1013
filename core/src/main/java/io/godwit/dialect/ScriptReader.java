package io.godwit.dialect;

import java.util.List;

/** Reads one script from its start to its end. */
final class ScriptReader {

    private final String script;
    private final SplitterRules rules;

    ScriptReader(String script, SplitterRules rules) {
        this.script = script;
        this.rules = rules;
    }

    List<String> statements() {
        return rules.syntax().isEmpty() && script.isBlank() ? List.of() : List.of(script);
    }
}
