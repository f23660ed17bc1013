/** What a step can do to a schema or its rows, one record an operation. */
@NullMarked
package io.godwit.operation;

import org.jspecify.annotations.NullMarked;
