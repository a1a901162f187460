#!/bin/sh
# Writes a new pair of migration files:  ./create_migration.sh "add account search"
# LIMBECK names the program where it is not on the PATH.
set -eu

folder=$(dirname -- "$0")
limbeck=${LIMBECK:-$(command -v limbeck || printf '%s' '@launcher@')}

if [ $# -eq 0 ]; then
    echo "usage: $0 MESSAGE [OPTIONS OF limbeck revision]" >&2
    exit 2
fi
message=$1
shift
exec "$limbeck" -c "$folder/limbeck.toml" revision -m "$message" "$@"
