/** Those that are measured. */
@NullMarked
package io.godwit.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
