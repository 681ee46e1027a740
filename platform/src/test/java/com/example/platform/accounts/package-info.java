@NullMarked
package com.example.platform.accounts;

import org.jspecify.annotations.NullMarked;
