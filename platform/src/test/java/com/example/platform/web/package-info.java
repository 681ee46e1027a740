@NullMarked
package com.example.platform.web;

import org.jspecify.annotations.NullMarked;
