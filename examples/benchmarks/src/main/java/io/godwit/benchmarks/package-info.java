/** Measures Godwit beside a plain JDBC loop, Flyway and Liquibase. */
@NullMarked
package io.godwit.benchmarks;

import org.jspecify.annotations.NullMarked;
