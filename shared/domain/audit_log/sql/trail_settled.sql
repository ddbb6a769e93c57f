select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as settled
