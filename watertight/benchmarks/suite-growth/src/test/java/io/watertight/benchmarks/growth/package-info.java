/** How long the architecture suite takes on applications of a growing number of modules. */
@NullMarked
package io.watertight.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
