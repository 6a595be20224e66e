#!/bin/sh
# inventory.sh --top N: the largest tables, by the query beside this script.
set -eu
echo "$TITLE"
"$LAVA_CONN_DB" --init-command "SET @top := $2" <inventory.sql
