package org.cinema.films.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.cinema.films.FilmDto;
import org.cinema.films.FilmService;
import org.cinema.films.FilmWithdrawn;
import org.cinema.films.NewFilm;
import org.cinema.films.UnknownFilm;
import org.cinema.kernel.PageDto;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class DefaultFilmService implements FilmService {

    private final FilmRepository films;
    private final SeatLedger seats;
    private final ApplicationEventPublisher events;

    DefaultFilmService(FilmRepository films, SeatLedger seats, ApplicationEventPublisher events) {
        this.films = films;
        this.seats = seats;
        this.events = events;
    }

    @Override
    public FilmDto announce(NewFilm film) {
        return films.save(Film.announce(film)).toDto();
    }

    @Override
    @Transactional(readOnly = true)
    public FilmDto film(String code) {
        return films.findByCode(code).map(Film::toDto).orElseThrow(() -> new UnknownFilm(code));
    }

    @Override
    @Transactional(readOnly = true)
    public List<FilmDto> films(Set<String> codes) {
        return films.findByCodeIn(codes).stream().map(Film::toDto).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public PageDto<FilmDto> programme(@Nullable String after, int limit) {
        List<FilmDto> page = films.page(Objects.requireNonNullElse(after, ""), limit).stream()
                .map(Film::toDto)
                .toList();
        return new PageDto<>(page, page.size() < limit ? null : page.getLast().code());
    }

    @Override
    public void hold(UUID ticketId, String code, int count) {
        if (!seats.hold(ticketId, code, count)) {
            throw new UnknownFilm(code);
        }
    }

    @Override
    public void withdraw(String code) {
        films.withdraw(code);
        events.publishEvent(new FilmWithdrawn(code, Instant.now()));
    }
}
