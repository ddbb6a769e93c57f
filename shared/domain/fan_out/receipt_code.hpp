#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/fan_out/ports.hpp"

// The code on a printed receipt: 20 signs of an alphabet without I, L, O and U (100 random bits),
// in groups of four. The database knows its SHA-256 for the verification page.
namespace onereturn::fan_out {

// A fresh code: "7KQ4-M2XD-9B0T-H6WZ-C31N".
std::string make_receipt_code(const RandomBytes& random);

// The code as we print it, from what somebody typed: any case, with or without hyphens and spaces,
// O for 0, I and L for 1. Nothing for what cannot be a code.
std::optional<std::string> read_receipt_code(std::string_view typed);

}  // namespace onereturn::fan_out
