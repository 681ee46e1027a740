#!/usr/bin/env bash
# Creates the shop's two logins and its database, the same that the tests create for themselves. Neither login is a
# superuser or creates databases: shop_migrator owns the database, creates the two roles of each module and runs its
# migrations, shop_app takes the role of the module whose code is running and has almost no rights of its own
# (docs/database-roles.md). Where the shop is split, each process named in SHOP_PROCESSES has a login like shop_app, as
# catalog_app, which takes the roles of its own modules; its password is SHOP_DATABASE_PASSWORD_CATALOG or, without it,
# that of shop_app.
#
# The postgres image runs this once, where its volume is empty. Run again, which is safe at any time, it sets the passwords
# of the environment, and the attributes of the logins that an earlier version of this script has not set.
#
# On any other server (docs/production.md): psql's own variables PGHOST, PGPORT, PGPASSWORD ... say where it is, POSTGRES_USER
# who runs this: a superuser or, as managed servers give it, a login with createrole and createdb.
set -e

as_administrator() { psql -X --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" "$@"; }

as_administrator --dbname postgres <<'SQL'
-- Checked first: what follows fails on older servers with errors that explain nothing.
\set VERBOSITY terse
do $$
begin
    if current_setting('server_version_num')::int < 180000 then
        raise exception 'The database server is PostgreSQL %, and the application needs PostgreSQL 18 or later.',
            current_setting('server_version');
    end if;
end
$$;
\set VERBOSITY default

-- Read by psql itself, so that any character may stand in a password and no list of processes shows it.
\getenv migrator_password SHOP_MIGRATOR_PASSWORD

select 'create role shop_migrator'
where not exists (select from pg_roles where rolname = 'shop_migrator')
\gexec

alter role shop_migrator login createrole nocreatedb password :'migrator_password';

-- Only a superuser may even say so; a role that anybody else has created is none of these.
select 'alter role shop_migrator nosuperuser noreplication nobypassrls'
where (select rolsuper from pg_roles where rolname = current_user)
\gexec

-- Whoever is no superuser gives a database only to a role that they can act as.
select format('grant shop_migrator to %I with inherit true, set true', current_user)
where not (select rolsuper from pg_roles where rolname = current_user)
\gexec

select $$
    create database shop owner shop_migrator template template0
    encoding 'UTF8' locale_provider builtin builtin_locale 'C.UTF-8'
$$
where not exists (select from pg_database where datname = 'shop')
\gexec

revoke all on database shop from public;

\connect shop
revoke create on schema public from public;
SQL

application_login() { # name, password
  LOGIN=$1 LOGIN_PASSWORD=$2 as_administrator --dbname shop <<'SQL'
\getenv login LOGIN
\getenv password LOGIN_PASSWORD

select format('create role %I', :'login')
where not exists (select from pg_roles where rolname = :'login')
\gexec

alter role :"login" login noinherit nocreaterole nocreatedb password :'password';

select format('alter role %I nosuperuser noreplication nobypassrls', :'login')
where (select rolsuper from pg_roles where rolname = current_user)
\gexec

grant connect on database shop to :"login";

-- The same time-outs that the application asks for when it connects, for where a pooler keeps that from the server.
alter role :"login" in database shop set lock_timeout = '700ms';
alter role :"login" in database shop set statement_timeout = '30s';
alter role :"login" in database shop set idle_in_transaction_session_timeout = '120s';
SQL
}

application_login shop_app "$SHOP_DATABASE_PASSWORD"
for process in ${SHOP_PROCESSES:-}; do
  password=SHOP_DATABASE_PASSWORD_${process^^}
  application_login "${process}_app" "${!password:-$SHOP_DATABASE_PASSWORD}"
done

as_administrator --dbname postgres <<'SQL'
select format('revoke shop_migrator from %I granted by %I', current_user, current_user)
where not (select rolsuper from pg_roles where rolname = current_user)
\gexec
SQL
