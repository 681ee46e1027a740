package org.cinema.tickets.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface TicketRepository extends Repository<Ticket, UUID> {

    Ticket save(Ticket ticket);

    Optional<Ticket> findById(UUID id);

    List<Ticket> findByFilm(String film);

    @Modifying
    @Query("update tickets.ticket set valid = false, version = version + 1 where film = :film and valid")
    int invalidateAllFor(String film);
}
