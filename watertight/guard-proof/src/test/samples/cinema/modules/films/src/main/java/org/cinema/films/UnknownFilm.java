package org.cinema.films;

import org.cinema.kernel.Problem;

/** There is no such film. */
public final class UnknownFilm extends Problem {

    private static final long serialVersionUID = 1L;

    public UnknownFilm(String code) {
        super("There is no film '%s'.".formatted(code));
    }
}
