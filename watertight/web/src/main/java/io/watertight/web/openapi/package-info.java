/** Completes the OpenAPI description with what springdoc cannot derive from the controllers. */
@NullMarked
package io.watertight.web.openapi;

import org.jspecify.annotations.NullMarked;
