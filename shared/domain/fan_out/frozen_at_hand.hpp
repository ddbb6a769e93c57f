#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <optional>

#include "domain/fan_out/frozen_return.hpp"

namespace onereturn::fan_out {

// What all boards of one submission share that ask it in the same form: published content, and the
// common answers that this form asks for.
struct FrozenCommon {
  std::shared_ptr<const frameworks::Framework> framework;
  std::shared_ptr<const frameworks::Template> form;
  std::shared_ptr<const frameworks::Mapping> mapping;
  CommonAnswers answers;
};

// The common sides of the submissions that are being delivered just now, so that 150 boards do not
// read the same frozen rows 150 times. What one delivery read under its own seal serves another
// only when the head that this one read under its seal names the same submission and the same
// versions of everything; a submission's rows never change. Shared by threads.
class FrozenAtHand {
 public:
  struct Key {
    SubmissionId submission;
    frameworks::VersionRef form;
    frameworks::VersionRef framework;
    std::optional<int> mapping_version;
    bool operator==(const Key&) const = default;
  };
  static Key key_of(const FrozenHead& head);

  // Null when nobody has read it yet, or too long ago.
  std::shared_ptr<const FrozenCommon> find(const Key& key);

  void keep(const Key& key, std::shared_ptr<const FrozenCommon> common);

 private:
  static constexpr std::size_t kept_max = 16;

  struct Kept {
    Key key;
    std::shared_ptr<const FrozenCommon> common;
  };

  std::mutex mutex_;
  std::list<Kept> kept_;  // the latest used first
};

}  // namespace onereturn::fan_out
