/** The contract suite: what every dialect must do, proved on a real database. */
@NullMarked
package io.godwit.tck;

import org.jspecify.annotations.NullMarked;
