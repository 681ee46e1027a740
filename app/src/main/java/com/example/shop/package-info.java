/** The shop; its modules are the packages below, and here is only what puts them together. */
@NullMarked
package com.example.shop;

import org.jspecify.annotations.NullMarked;
