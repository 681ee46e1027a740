package com.example.shop.customers;

/**
 * A customer who may buy.
 *
 * @param country where his orders go unless they say otherwise
 */
public record BuyerDto(String number, String country) {}
