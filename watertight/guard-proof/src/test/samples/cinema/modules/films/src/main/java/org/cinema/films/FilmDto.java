package org.cinema.films;

import org.cinema.kernel.Money;

/** A film as others see it. */
public record FilmDto(String code, String title, Money price, int seats) {}
