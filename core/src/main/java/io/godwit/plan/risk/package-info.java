/** What could go wrong: rules that look at a plan's operations, and questions to the data. */
@NullMarked
package io.godwit.plan.risk;

import org.jspecify.annotations.NullMarked;
