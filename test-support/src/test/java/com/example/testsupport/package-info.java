@NullMarked
package com.example.testsupport;

import org.jspecify.annotations.NullMarked;
