/** How the exported services are called where their module runs in another process. */
@NullMarked
package com.example.shop.remote;

import org.jspecify.annotations.NullMarked;
