@NullMarked
package com.example.platform.pages;

import org.jspecify.annotations.NullMarked;
