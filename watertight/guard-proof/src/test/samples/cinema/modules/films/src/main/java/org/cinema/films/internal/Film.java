package org.cinema.films.internal;

import java.util.UUID;
import org.cinema.films.FilmDto;
import org.cinema.films.NewFilm;
import org.cinema.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** Something that is shown. */
@Table(schema = "films")
record Film(
        @Id UUID id,
        @Version @Nullable Long version,
        String code,
        String title,
        @Embedded.Nullable(prefix = "price_") Money price,
        int seats) {

    static Film announce(NewFilm film) {
        return new Film(UUID.randomUUID(), null, film.code(), film.title(), film.price(), film.seats());
    }

    FilmDto toDto() {
        return new FilmDto(code, title, price, seats);
    }
}
