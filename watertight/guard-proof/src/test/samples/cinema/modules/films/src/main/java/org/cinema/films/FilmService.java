package org.cinema.films;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cinema.kernel.PageDto;
import org.jspecify.annotations.Nullable;

/** What other modules may ask of films. */
public interface FilmService {

    FilmDto announce(NewFilm film);

    FilmDto film(String code);

    List<FilmDto> films(Set<String> codes);

    PageDto<FilmDto> programme(@Nullable String after, int limit);

    void hold(UUID ticketId, String code, int seats);

    void withdraw(String code);
}
