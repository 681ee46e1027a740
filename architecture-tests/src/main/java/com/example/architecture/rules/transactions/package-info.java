/** Transactions. */
@NullMarked
package com.example.architecture.rules.transactions;

import org.jspecify.annotations.NullMarked;
