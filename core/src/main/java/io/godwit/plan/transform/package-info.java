/** Transforms as universal SQL: what reads, maps, checks and writes a range of rows. */
@NullMarked
package io.godwit.plan.transform;

import org.jspecify.annotations.NullMarked;
