@NullMarked
package com.example.testsupport.statements;

import org.jspecify.annotations.NullMarked;
