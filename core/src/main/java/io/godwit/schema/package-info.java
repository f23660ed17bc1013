/** The logical schema as values: tables, columns, types, constraints, names and expressions. */
@NullMarked
package io.godwit.schema;

import org.jspecify.annotations.NullMarked;
