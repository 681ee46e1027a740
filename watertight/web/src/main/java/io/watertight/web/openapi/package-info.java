/** What the description of the HTTP contract (OpenAPI) says that controllers alone do not tell. */
@NullMarked
package io.watertight.web.openapi;

import org.jspecify.annotations.NullMarked;
