-- PostgreSQL reads the sign of an offset the other way round: days of +02:00 would begin four hours late. A region means the same
-- to both. Sums of such days are counted again by the next start.
update orders.sales_zone set zone = '' where zone ~ '^(UTC|GMT|UT)?[+-]';

alter table orders.sales_zone
    add constraint zone_is_a_region_such_as_europe_athens check (zone !~ '^(UTC|GMT|UT)?[+-]');
