#!/bin/sh
# Run once by the image of PostgreSQL, when its folder is empty: the role and the database of the service.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$POSTGRES_PASSWORD" --username postgres <<'SQL'
CREATE ROLE footing LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'password';
CREATE DATABASE footing OWNER footing;
SQL
