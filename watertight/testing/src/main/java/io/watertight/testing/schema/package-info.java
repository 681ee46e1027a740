/** Whether the tables that the migrations made fit the aggregates and queries of an application. */
@NullMarked
package io.watertight.testing.schema;

import org.jspecify.annotations.NullMarked;
