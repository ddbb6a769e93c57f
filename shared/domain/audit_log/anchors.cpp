#include "domain/audit_log/anchors.hpp"

#include "domain/audit_log/anchor_format.hpp"

namespace onereturn::audit_log {

std::string next_line(std::string_view last, const std::string& at,
                      const std::vector<AnchoredHead>& heads, const Hash& hash) {
  Anchor next{.number = 1, .at = at, .heads = heads};
  if (!last.empty()) {
    const auto before = read_anchor(last);
    next.number = before ? before->number + 1 : 1;
    next.before = hash(last);
  }
  return write_anchor(next);
}

void AnchorReader::read(std::string_view line) {
  ++lines_;
  const auto name = "Anchor " + std::to_string(lines_);
  const auto anchor = read_anchor(line);
  if (!anchor) {
    faults_.push_back(name + " cannot be read.");
  } else if (anchor->number != lines_ || anchor->before != before_) {
    faults_.push_back(name +
                      " does not follow on the line before it: a line was taken out or "
                      "changed.");
  }
  before_ = hash_(line);
  if (!anchor) return;
  for (const auto& head : anchor->heads) {
    heads_.push_back({lines_, head});
  }
}

}  // namespace onereturn::audit_log
