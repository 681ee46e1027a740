-- Of the release after that of V3 and V4, when no instance of the version before them runs any more.
drop trigger customer_inactive_since on customers.customer;
drop trigger customer_registration on customers.customer;
drop function customers.customer_inactive_since();
drop function customers.customer_registration();

alter table customers.customer drop column deactivated_at, drop column registered_at;
