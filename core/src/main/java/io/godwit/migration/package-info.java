/** A portable migration as immutable records. */
@NullMarked
package io.godwit.migration;

import org.jspecify.annotations.NullMarked;
