@NullMarked
package com.example.shop.kernel.adapters;

import org.jspecify.annotations.NullMarked;
