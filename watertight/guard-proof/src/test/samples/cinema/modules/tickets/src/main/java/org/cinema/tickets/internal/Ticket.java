package org.cinema.tickets.internal;

import java.util.List;
import java.util.UUID;
import org.cinema.tickets.TicketDto;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** The right to sit somewhere and see something. */
@Table(schema = "tickets")
record Ticket(
        @Id UUID id,
        @Version @Nullable Long version,
        String film,
        boolean valid,
        @MappedCollection(idColumn = "ticket", keyColumn = "position") List<Seat> seats) {

    static Ticket of(UUID id, String film, List<Integer> seats) {
        return new Ticket(id, null, film, true, seats.stream().map(Seat::new).toList());
    }

    TicketDto toDto() {
        return new TicketDto(id, film, seats.stream().map(Seat::number).toList(), valid);
    }
}
