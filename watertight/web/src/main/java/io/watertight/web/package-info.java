/** General HTTP support: problem details, versions, limits. */
@NullMarked
package io.watertight.web;

import org.jspecify.annotations.NullMarked;
