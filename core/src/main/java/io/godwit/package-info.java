/** The façade: everything that a host needs begins at {@link io.godwit.Godwit}. */
@NullMarked
package io.godwit;

import org.jspecify.annotations.NullMarked;
