#pragma once

#include "worker/jobs.hpp"

namespace onereturn::worker {

// Writes down outside the database how far each party's chain has grown, in one line. Nothing
// without a store, while another worker does it, or when none has grown. A store that is away or
// full is logged: sealing goes on, and the next round catches up.
void anchor_trails(Services& services);

}  // namespace onereturn::worker
