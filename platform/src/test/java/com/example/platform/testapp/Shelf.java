package com.example.platform.testapp;

import com.example.shop.kernel.Versioned;

record Shelf(String name, long version) implements Versioned {}
