/** What is measured. */
@NullMarked
package io.godwit.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;
