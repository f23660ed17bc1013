package io.godwit.plan.risk;

/** What may be told of rows where some of their columns are sensitive. Immutable. */
public interface Discretion {

    /** What stands for a value. */
    String MASK = "***";

    /** Whether the key of a row may be shown. */
    boolean showsKeys();

    /** Words of the engine about rows, without the values that it quotes if one of them may be sensitive. */
    String words(String message);
}
