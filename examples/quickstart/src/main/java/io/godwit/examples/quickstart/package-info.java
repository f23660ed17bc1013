/** The shortest host. */
@NullMarked
package io.godwit.examples.quickstart;

import org.jspecify.annotations.NullMarked;
