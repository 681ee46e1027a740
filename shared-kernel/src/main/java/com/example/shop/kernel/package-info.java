/** Value types that every module may use; they depend on nothing but the JDK. */
@NullMarked
package com.example.shop.kernel;

import org.jspecify.annotations.NullMarked;
