package org.cinema.films.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

interface FilmRepository extends CrudRepository<Film, UUID> {

    Optional<Film> findByCode(String code);

    List<Film> findByCodeIn(Set<String> codes);

    @Query("select f.* from films.film f where f.code > :after order by f.code limit :limit")
    List<Film> page(String after, int limit);

    @Modifying
    @Query("delete from films.film where code = :code")
    void withdraw(String code);
}
