#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace onereturn::composition {

// How many characters these are once they are composed (NFC), which is how the database keeps what
// people write: some are more then, and others fewer. What is counted for a limit is this.
std::size_t length_composed(const std::vector<std::uint32_t>& points);

}  // namespace onereturn::composition
