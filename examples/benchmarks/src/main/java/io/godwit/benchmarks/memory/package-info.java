/** What touches no database, measured by JMH. */
@NullMarked
package io.godwit.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
