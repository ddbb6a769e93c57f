#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/fan_out/fan_out.hpp"
#include "domain/fan_out/ports.hpp"

// The hash that a receipt carries: SHA-256 over the ordered (box number, digest of the box), where
// the digest is SHA-256 of salt and text. Whoever holds texts and salts can compute it again with
// any tool; a text that was erased by law leaves its digest, and the hash still holds.
namespace onereturn::fan_out {

inline constexpr std::size_t salt_length = 16;

// What stands in the box on paper, and so what its digest covers: the words; for a rating the
// point's label, with the reason of "not applicable" on a line of its own.
std::string printed_text(const mapping::RenderedBox& box);

// SHA-256 of the salt followed by the text.
std::string box_digest(const Hash& hash, std::string_view salt, std::string_view text);

// SHA-256 over each box in order: its number, a zero byte, its digest's 32 bytes.
std::string result_hash(const Hash& hash, const std::vector<BoxSeal>& seals);

// A fresh salt for every box, and the digest that follows.
std::vector<BoxSeal> seal_boxes(const std::vector<mapping::RenderedBox>& boxes, const Hash& hash,
                                const RandomBytes& random);

// Lower-case hexadecimal digits.
std::string to_hex(std::string_view bytes);

}  // namespace onereturn::fan_out
