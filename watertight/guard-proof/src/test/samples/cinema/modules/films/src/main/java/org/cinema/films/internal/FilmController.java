package org.cinema.films.internal;

import org.cinema.films.FilmDto;
import org.cinema.films.FilmService;
import org.cinema.films.NewFilm;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FilmController {

    private final FilmService films;

    FilmController(FilmService films) {
        this.films = films;
    }

    @GetMapping("/films/{code}")
    FilmDto film(@PathVariable String code) {
        return films.film(code);
    }

    @PostMapping("/films")
    FilmDto announce(@RequestBody NewFilm film) {
        return films.announce(film);
    }
}
