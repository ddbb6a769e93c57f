#pragma once

#include <cstddef>
#include <string_view>

namespace onereturn::composition {

// How many characters this text, which is UTF-8, is once it is composed (NFC), which is how the
// database keeps what people write: some are more then, and others fewer. Limits count this.
std::size_t length_composed(std::string_view text);

}  // namespace onereturn::composition
