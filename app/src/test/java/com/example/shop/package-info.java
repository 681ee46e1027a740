/** The whole shop, over HTTP. */
@NullMarked
package com.example.shop;

import org.jspecify.annotations.NullMarked;
