#include "domain/fan_out/frozen_at_hand.hpp"

#include <algorithm>
#include <utility>

namespace onereturn::fan_out {

FrozenAtHand::Key FrozenAtHand::key_of(const FrozenHead& head) {
  return {head.submission, head.form, head.framework, head.mapping_version};
}

std::shared_ptr<const FrozenCommon> FrozenAtHand::find(const Key& key) {
  const std::lock_guard lock(mutex_);
  const auto found =
      std::find_if(kept_.begin(), kept_.end(), [&](const Kept& one) { return one.key == key; });
  if (found == kept_.end()) {
    return nullptr;
  }
  kept_.splice(kept_.begin(), kept_, found);
  return kept_.front().common;
}

void FrozenAtHand::keep(const Key& key, std::shared_ptr<const FrozenCommon> common) {
  const std::lock_guard lock(mutex_);
  kept_.remove_if([&](const Kept& one) { return one.key == key; });
  kept_.push_front({key, std::move(common)});
  if (kept_.size() > kept_max) {
    kept_.pop_back();
  }
}

}  // namespace onereturn::fan_out
