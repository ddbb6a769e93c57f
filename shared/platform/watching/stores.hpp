#pragma once

#include <string>

#include "platform/metrics/metrics.hpp"
#include "platform/postgres/database.hpp"
#include "platform/redis/wake.hpp"

namespace onereturn::watching {

// What a program shows of its database and of Redis, whichever program it is.
const metrics::Figures& figures_of_stores();

// Reads what they have counted into those figures.
void read_pool(metrics::Metrics& metrics, const std::string& login,
               const postgres::PoolFigures& pool);
void read_wake(metrics::Metrics& metrics, const redis::WakeFigures& wake);

}  // namespace onereturn::watching
