/** What the module needs to run alone. */
@NullMarked
package com.example.shop;

import org.jspecify.annotations.NullMarked;
