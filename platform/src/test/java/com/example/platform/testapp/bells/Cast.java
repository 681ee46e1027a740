package com.example.platform.testapp.bells;

/** A bell was cast. */
public record Cast(String bell) {}
