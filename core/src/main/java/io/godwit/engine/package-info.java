/** Running a plan without ever losing track. */
@NullMarked
package io.godwit.engine;

import org.jspecify.annotations.NullMarked;
