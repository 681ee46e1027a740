@NullMarked
package io.watertight.web.pages;

import org.jspecify.annotations.NullMarked;
