#pragma once

#include <vector>

#include "domain/fan_out/ports.hpp"
#include "domain/fan_out/received_store.hpp"
#include "domain/fan_out/verify_delivery.hpp"

namespace onereturn::fan_out {

// Compares stored boxes with boxes that were rendered again. Pure; fills all but board and form.
VerifiedDelivery compare_boxes(const std::vector<StoredBox>& stored, const std::string& stored_hash,
                               const std::vector<mapping::RenderedBox>& rendered, const Hash& hash);

}  // namespace onereturn::fan_out
