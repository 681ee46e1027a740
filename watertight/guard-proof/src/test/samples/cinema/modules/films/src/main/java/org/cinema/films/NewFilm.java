package org.cinema.films;

import java.util.List;
import org.cinema.kernel.Money;

/** A film to be announced. */
public record NewFilm(String code, String title, Money price, int seats, List<String> genres) {

    public NewFilm {
        genres = List.copyOf(genres);
    }
}
