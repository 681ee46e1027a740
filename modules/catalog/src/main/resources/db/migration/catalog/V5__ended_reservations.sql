-- A reservation that has ended keeps its row as long as a call may be repeated, and loses its lines at once.
alter table catalog.reservation add column ended_at timestamptz;

create index reservation_ended on catalog.reservation (ended_at) where ended_at is not null;

update catalog.reservation
   set ended_at = now()
 where status in ('RELEASED', 'EXPIRED', 'CONSUMED');

delete from catalog.reserved_product p
 using catalog.reservation r
 where r.order_id = p.order_id and r.ended_at is not null;
