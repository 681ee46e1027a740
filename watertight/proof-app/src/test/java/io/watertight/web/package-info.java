@NullMarked
package io.watertight.web;

import org.jspecify.annotations.NullMarked;
