@NullMarked
package com.example.shop.kernel;

import org.jspecify.annotations.NullMarked;
