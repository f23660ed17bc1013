package io.godwit.dialect;

import java.util.List;

/** Splits a script into statements by an engine's rules. Immutable and thread-safe. */
public final class StatementSplitter {

    private final SplitterRules rules;

    public StatementSplitter(SplitterRules rules) {
        this.rules = rules;
    }

    /**
     * The statements in order, without what ends them and without those that are only comments.
     *
     * @throws IllegalArgumentException if a quote, comment or block is not closed
     */
    public List<String> split(String script) {
        return new ScriptReader(script, rules).statements();
    }
}
