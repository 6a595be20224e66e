#!/bin/sh
# row-count.sh TABLE: how many rows it has.
set -eu
rows=$("$LAVA_CONN_DB" --skip-column-names --execute "SELECT COUNT(*) FROM \`$1\`")
echo "$LAVA_CONNID_DB has $rows rows in table $1"
