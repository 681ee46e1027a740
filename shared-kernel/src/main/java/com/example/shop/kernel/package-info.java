/** Value types and names of roles that every module may use; they depend on the JDK and the toolkit's api only. */
@NullMarked
package com.example.shop.kernel;

import org.jspecify.annotations.NullMarked;
