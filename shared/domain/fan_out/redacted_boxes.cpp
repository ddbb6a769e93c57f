#include "domain/fan_out/redacted_boxes.hpp"

namespace onereturn::fan_out {

bool is_redacted(const BoxSeal& seal) { return seal.salt.empty() && !seal.digest.empty(); }

std::set<std::string> redacted_boxes(const DeliveredCopy& copy) {
  std::set<std::string> boxes;
  for (const auto& seal : copy.seals) {
    if (is_redacted(seal)) boxes.insert(seal.box_no);
  }
  return boxes;
}

}  // namespace onereturn::fan_out
