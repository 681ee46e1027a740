package com.example.shop.customers.internal;

import com.example.shop.customers.CustomerDto;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Customers as aggregates, for changes; and as rows, for reading. */
interface CustomerRepository extends Repository<Customer, UUID> {

    /** The country's code is worked out by the DTO. */
    String VIEW = """
            select c.number, c.name, c.email, c.country, null as country_code, c.inactive_since is null as active, c.version
              from customers.customer c
            """;

    Customer save(Customer customer);

    Optional<Customer> findByNumber(String number);

    @Modifying
    @Query("insert into customers.registration (customer, registered_at) values (:customer, now())")
    void recordRegistration(UUID customer);

    @Query(VIEW + " where c.number = :number")
    Optional<CustomerDto> viewByNumber(String number);

    /** Locks the row until the transaction ends, shared with others who read it so; a deactivation waits. */
    @Query(VIEW + " where c.number = :number for share")
    Optional<CustomerDto> holdByNumber(String number);

    @Query(VIEW + " where c.number = any(cast(:numbers as text[])) order by c.number")
    List<CustomerDto> viewByNumbers(String[] numbers);

    /** How countries are spelled: one step in the index for each, however many customers there are. */
    @Query("""
            with recursive spelling (country) as (
                select min(c.country) from customers.customer c
                union all
                select (select min(c.country) from customers.customer c where c.country > s.country)
                  from spelling s
                 where s.country is not null
            )
            select s.country from spelling s where s.country is not null""")
    List<String> countries();

    /**
     * @param after the number that the previous page ended with; empty for the first page
     * @param words a query in the syntax of {@code to_tsquery}
     * @param countries spellings, as they are stored
     */
    @Query(VIEW + """
             where c.number > :after
               and (cast(:words as text) is null or c.words @@ to_tsquery('simple', :words))
               and (cast(:countries as text[]) is null or c.country = any(cast(:countries as text[])))
               and (cast(:active as boolean) is null or (c.inactive_since is null) = :active)
             order by c.number
             limit :limit""")
    List<CustomerDto> search(
            String after, @Nullable String words, String @Nullable [] countries, @Nullable Boolean active, int limit);

    /** When this call deactivated them; empty if they were inactive before. */
    @Query("""
            update customers.customer
               set inactive_since = now(), version = version + 1
             where number = :number and inactive_since is null
            returning inactive_since""")
    Optional<Instant> deactivate(String number);

    @Modifying
    @Query("""
            update customers.customer
               set inactive_since = null, version = version + 1
             where number = :number and inactive_since is not null""")
    boolean reactivate(String number);
}
