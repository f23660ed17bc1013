/** What they run: the same statements for all, in the files that each reads. */
@NullMarked
package io.godwit.benchmarks.corpus;

import org.jspecify.annotations.NullMarked;
