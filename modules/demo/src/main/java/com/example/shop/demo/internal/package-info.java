@NullMarked
package com.example.shop.demo.internal;

import org.jspecify.annotations.NullMarked;
