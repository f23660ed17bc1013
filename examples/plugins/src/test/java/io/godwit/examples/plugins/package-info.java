/** Runs the two plugins on real databases, as a host would. */
@NullMarked
package io.godwit.examples.plugins;

import org.jspecify.annotations.NullMarked;
