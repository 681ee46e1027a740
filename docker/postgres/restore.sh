#!/usr/bin/env bash
# Fills an empty database from a file of backup.sh, all or nothing. Run init.sh before it, which creates the logins and the
# database, and start the shop after it, which gives each schema to its module and each login its rights (docs/production.md).
#
#   docker/postgres/restore.sh shop.dump
#
# PGHOST, PGPORT and PGPASSWORD say where the server is; it is always shop_migrator who restores, and then owns everything.
set -euo pipefail

file=${1:?Usage: restore.sh FILE}
pg_restore --no-owner --no-privileges --exit-on-error --single-transaction --username=shop_migrator --dbname=shop "$file"
