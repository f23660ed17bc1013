/** What becomes of a run into which a fault falls, counted. */
@NullMarked
package io.godwit.benchmarks.fault;

import org.jspecify.annotations.NullMarked;
