select outcome, granted
from identity.begin_client_session($1, $2, $3, $4, $5, make_interval(secs => $6::double precision))
