/** How the catalog works; nobody outside can name anything in here. */
@NullMarked
package com.example.shop.catalog.internal;

import org.jspecify.annotations.NullMarked;
