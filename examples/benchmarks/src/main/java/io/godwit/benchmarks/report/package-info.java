/** How figures are compared and shown. */
@NullMarked
package io.godwit.benchmarks.report;

import org.jspecify.annotations.NullMarked;
