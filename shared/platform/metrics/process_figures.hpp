#pragma once

#include "platform/metrics/metrics.hpp"

namespace onereturn::metrics {

// Reads what the kernel knows of this process. What it does not tell stays as it was.
void read_process(Metrics& metrics);

}  // namespace onereturn::metrics
