#!/usr/bin/env bash
# Creates the shop's two logins and its database, the same that watertight/testing creates for tests. Neither login is a
# superuser or creates databases: shop_migrator owns the database, creates the two roles of each module and runs its
# migrations, shop_app takes on the role of the module that is at work and has next to no rights of its own
# (docs/database-roles.md).
#
# The postgres image runs this once, where its volume is empty. Run again, which is safe at any time, it sets the passwords
# of the environment, and the attributes of the logins that an earlier version of this script has not set.
set -e

psql -X --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
-- Read by psql itself, so that any character may stand in a password and no list of processes shows it.
\getenv migrator_password SHOP_MIGRATOR_PASSWORD
\getenv application_password SHOP_DATABASE_PASSWORD

select format('create role %I', login)
from unnest(array['shop_migrator', 'shop_app']) login
where not exists (select from pg_roles where rolname = login)
\gexec

alter role shop_migrator login nosuperuser createrole nocreatedb noreplication nobypassrls password :'migrator_password';
alter role shop_app login noinherit nosuperuser nocreaterole nocreatedb noreplication nobypassrls password :'application_password';

select $$
    create database shop owner shop_migrator template template0
    encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'
$$
where not exists (select from pg_database where datname = 'shop')
\gexec

revoke all on database shop from public;
grant connect on database shop to shop_app;

\connect shop
revoke create on schema public from public;
SQL
