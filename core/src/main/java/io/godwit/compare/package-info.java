/** Two databases beside each other: what differs in their schemas, migrations and rows, whatever engines they are on. */
@NullMarked
package io.godwit.compare;

import org.jspecify.annotations.NullMarked;
