/** Documents in portable-migration-v1: reading, writing, the canonical hash, and the sources that they come from. */
@NullMarked
package io.godwit.format;

import org.jspecify.annotations.NullMarked;
