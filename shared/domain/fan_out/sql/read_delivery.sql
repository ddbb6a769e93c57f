select (d.head).*, (d.line).*
from app.read_delivery($1::uuid, $2::bigint) d
