#include "domain/fan_out/verify_rules.hpp"

#include <algorithm>

#include "domain/fan_out/copy_words.hpp"
#include "domain/fan_out/result_hash.hpp"

namespace onereturn::fan_out {
namespace {

class Comparison {
 public:
  explicit Comparison(const Hash& hash) : hash_(hash) {}

  void compare(const StoredBox& stored, const mapping::RenderedBox& box) {
    const auto& number = stored.seal.box_no;
    if (number != box.box_no) {
      complain(number, "stands where " + box.box_no + " should");
    }
    const bool erased = stored.seal.salt.empty();
    if (erased) {
      ++found_.erased;
    } else {
      compare_content(stored, box);
    }
    seals_.push_back({.box_no = box.box_no,
                      .digest = erased ? stored.seal.digest
                                       : box_digest(hash_, stored.seal.salt, printed_text(box)),
                      .salt = stored.seal.salt});
  }

  VerifiedDelivery finish(std::size_t boxes, const std::string& stored_hash, bool as_many_boxes) {
    const auto recomputed = result_hash(hash_, seals_);
    if (!as_many_boxes) {
      found_.differences.emplace_back("another number of boxes is stored");
    }
    if (recomputed != stored_hash) {
      found_.differences.emplace_back("the hash on the receipt is another");
    }
    found_.boxes = static_cast<int>(boxes);
    found_.stored = to_hex(stored_hash);
    found_.recomputed = to_hex(recomputed);
    return std::move(found_);
  }

 private:
  void compare_content(const StoredBox& stored, const mapping::RenderedBox& box) {
    const auto& number = stored.seal.box_no;
    if (stored.state != state_of(state_word(box))) {
      complain(number, "has another state");
    }
    if (stored.point != box.point) {
      complain(number, "has another point");
    }
    if (stored.text != printed_text(box)) {
      complain(number, "has another text");
    }
    if (box_digest(hash_, stored.seal.salt, stored.text) != stored.seal.digest) {
      complain(number, "does not fit its digest");
    }
  }

  void complain(const std::string& box, const std::string& what) {
    found_.differences.push_back("box " + box + " " + what);
  }

  const Hash& hash_;
  VerifiedDelivery found_;
  std::vector<BoxSeal> seals_;
};

}  // namespace

VerifiedDelivery compare_boxes(const std::vector<StoredBox>& stored, const std::string& stored_hash,
                               const std::vector<mapping::RenderedBox>& rendered,
                               const Hash& hash) {
  Comparison comparison(hash);
  for (std::size_t at = 0; at < std::min(stored.size(), rendered.size()); ++at) {
    comparison.compare(stored[at], rendered[at]);
  }
  return comparison.finish(stored.size(), stored_hash, stored.size() == rendered.size());
}

}  // namespace onereturn::fan_out
