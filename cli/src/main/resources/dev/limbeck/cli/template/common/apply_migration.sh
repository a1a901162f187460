#!/bin/sh
# Runs what is pending:  ./apply_migration.sh [TARGET] [OPTIONS OF limbeck upgrade]
# LIMBECK names the program where it is not on the PATH.
set -eu

folder=$(dirname -- "$0")
limbeck=${LIMBECK:-$(command -v limbeck || printf '%s' '@launcher@')}

exec "$limbeck" -c "$folder/limbeck.toml" upgrade "$@"
