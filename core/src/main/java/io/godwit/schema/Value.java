package io.godwit.schema;

/** What a default, a row or an update gives a column: a literal or an expression. */
public sealed interface Value permits Expression, Literal {}
