package org.cinema.films;

import java.time.Instant;

/** A film is no longer shown. */
public record FilmWithdrawn(String code, Instant withdrawnAt) {}
