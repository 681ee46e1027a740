/** The shop. Its modules are the packages below; this one only puts them together. */
@NullMarked
package com.example.shop;

import org.jspecify.annotations.NullMarked;
