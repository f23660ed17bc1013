package io.godwit.operation;

/** Where the SQL text of one engine is. */
public sealed interface SqlSource permits SqlFile, SqlScript, SqlStatements {}
