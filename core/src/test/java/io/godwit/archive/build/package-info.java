@NullMarked
package io.godwit.archive.build;

import org.jspecify.annotations.NullMarked;
