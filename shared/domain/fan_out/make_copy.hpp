#pragma once

#include "domain/fan_out/copy.hpp"
#include "domain/fan_out/frozen_return.hpp"
#include "domain/fan_out/ports.hpp"

namespace onereturn::fan_out {

// The copy as the engine renders it from what was frozen: no clock, no store. The same frozen rows
// give the same boxes, always.
mapping::RenderedCopy render_frozen(const FrozenReturn& frozen);

// The copy with fresh salts, its hash, a receipt's code and what is counted of it.
Copy make_copy(const FrozenReturn& frozen, const Hash& hash, const RandomBytes& random);

}  // namespace onereturn::fan_out
