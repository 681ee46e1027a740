#!/usr/bin/env bash
# Writes the shop's database into one file, without owners and rights, because the next start sets both again (docs/production.md).
#
#   docker/postgres/backup.sh shop.dump
#
# psql's own variables (PGHOST, PGPORT, PGUSER, PGPASSWORD ...) say where the server is and who reads: a superuser or a login
# with pg_read_all_data. pg_dump must be of the server's version or newer.
set -euo pipefail

file=${1:?Usage: backup.sh FILE}
pg_dump --format=custom --no-owner --no-privileges --dbname=shop --file="$file.partial"
# Only a complete file gets this name.
mv "$file.partial" "$file"
