package io.airline.bookings.internal;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface BookingRepository extends ListCrudRepository<Booking, Long> {

    List<Booking> findByPassenger(String passenger);

    @Query("select b.* from booking b join flight f on f.number = b.flight where f.departure < now()")
    List<Booking> flown();
}
