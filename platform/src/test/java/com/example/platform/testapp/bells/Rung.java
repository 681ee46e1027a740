package com.example.platform.testapp.bells;

/** A bell was rung. */
record Rung(String bell) {}
