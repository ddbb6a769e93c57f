// Hands what the fuzzer makes up to the one target of this program. A property that does not hold
// is thrown, and what is thrown from here ends the program: the fuzzer keeps the input.

#include <cstddef>
#include <cstdint>

#include "fuzz/target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  onereturn::fuzz::targets().front().one_input({reinterpret_cast<const char*>(data), size});
  return 0;
}
