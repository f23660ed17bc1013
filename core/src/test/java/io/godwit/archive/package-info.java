@NullMarked
package io.godwit.archive;

import org.jspecify.annotations.NullMarked;
