package com.example.shop.customers;

/**
 * A customer who may buy.
 *
 * @param country where orders go unless they say otherwise
 * @param version counts the changes of the customer; an order remembers it
 */
public record BuyerDto(String number, String country, long version) {}
