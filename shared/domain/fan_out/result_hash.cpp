#include "domain/fan_out/result_hash.hpp"

#include "base/ensure.hpp"

namespace onereturn::fan_out {

std::string printed_text(const mapping::RenderedBox& box) {
  if (box.content != frameworks::BoxContent::rating || box.point_label.empty()) {
    return box.text;
  }
  if (box.text.empty() || box.text == box.point_label) {
    return box.point_label;
  }
  return box.point_label + "\n" + box.text;
}

std::string box_digest(const Hash& hash, std::string_view salt, std::string_view text) {
  return hash(std::string(salt).append(text));
}

std::string result_hash(const Hash& hash, const std::vector<BoxSeal>& seals) {
  std::string all;
  for (const auto& seal : seals) {
    ENSURE(seal.digest.size() == 32, "a digest has 32 bytes");
    all.append(seal.box_no).push_back('\0');
    all.append(seal.digest);
  }
  return hash(all);
}

std::vector<BoxSeal> seal_boxes(const std::vector<mapping::RenderedBox>& boxes, const Hash& hash,
                                const RandomBytes& random) {
  // One call for all salts: sixty boxes would otherwise be sixty system calls.
  const std::string salts = random(salt_length * boxes.size());
  ENSURE(salts.size() == salt_length * boxes.size(), "the generator gave too few bytes");
  std::vector<BoxSeal> seals;
  seals.reserve(boxes.size());
  for (std::size_t at = 0; at < boxes.size(); ++at) {
    auto salt = salts.substr(at * salt_length, salt_length);
    auto digest = box_digest(hash, salt, printed_text(boxes[at]));
    seals.push_back(
        {.box_no = boxes[at].box_no, .digest = std::move(digest), .salt = std::move(salt)});
  }
  return seals;
}

std::string to_hex(std::string_view bytes) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    text.push_back(digits[value >> 4]);
    text.push_back(digits[value & 0xF]);
  }
  return text;
}

}  // namespace onereturn::fan_out
