/** What Godwit throws: one sealed family of unchecked exceptions that carry data. */
@NullMarked
package io.godwit.failure;

import org.jspecify.annotations.NullMarked;
