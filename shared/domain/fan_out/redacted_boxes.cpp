#include "domain/fan_out/redacted_boxes.hpp"

namespace onereturn::fan_out {

std::set<std::string> redacted_boxes(const DeliveredCopy& copy) {
  std::set<std::string> boxes;
  for (const auto& seal : copy.seals) {
    if (seal.salt.empty() && !seal.digest.empty()) boxes.insert(seal.box_no);
  }
  return boxes;
}

}  // namespace onereturn::fan_out
