/** What will run, in which order, and how it is taken back. */
@NullMarked
package io.godwit.plan;

import org.jspecify.annotations.NullMarked;
