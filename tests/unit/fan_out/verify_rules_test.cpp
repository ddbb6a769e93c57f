#include "domain/fan_out/verify_rules.hpp"

#include <gmock/gmock.h>

#include "domain/fan_out/result_hash.hpp"

namespace onereturn::fan_out {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Enough of a hash for a test: 32 bytes that depend on every byte and its place.
std::string small_hash(std::string_view bytes) {
  std::string digest(32, '\0');
  unsigned sum = 7;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    sum = sum * 31 + static_cast<unsigned char>(bytes[at]);
    digest[at % 32] = static_cast<char>(digest[at % 32] + static_cast<char>(sum % 251));
  }
  return digest;
}

mapping::RenderedBox words(std::string number, std::string text) {
  mapping::RenderedBox box;
  box.box_no = std::move(number);
  box.content = frameworks::BoxContent::describes;
  box.state = mapping::BoxState::written;
  box.text = std::move(text);
  return box;
}

struct Stored {
  std::vector<StoredBox> boxes;
  std::string hash;
};

Stored stored(const std::vector<mapping::RenderedBox>& rendered) {
  Stored made;
  std::vector<BoxSeal> seals;
  for (const auto& box : rendered) {
    const std::string salt = "salt of " + box.box_no;
    seals.push_back({box.box_no, box_digest(small_hash, salt, printed_text(box)), salt});
    made.boxes.push_back(
        {.text = printed_text(box), .point = box.point, .state = box.state, .seal = seals.back()});
  }
  made.hash = result_hash(small_hash, seals);
  return made;
}

class VerifyRules : public ::testing::Test {
 protected:
  std::vector<std::string> differences() {
    return compare_boxes(held.boxes, held.hash, rendered, small_hash).differences;
  }

  std::vector<mapping::RenderedBox> rendered = {words("1.1", "one"), words("1.2", "two")};
  Stored held = stored(rendered);
};

TEST_F(VerifyRules, find_nothing_where_nothing_differs) { EXPECT_THAT(differences(), IsEmpty()); }

TEST_F(VerifyRules, find_a_changed_text) {
  held.boxes[1].text = "TWO";
  EXPECT_THAT(differences(),
              ElementsAre("box 1.2 has another text", "box 1.2 does not fit its digest"));
}

TEST_F(VerifyRules, find_a_text_that_was_changed_with_its_digest) {
  held.boxes[1].text = "TWO";
  held.boxes[1].seal.digest = box_digest(small_hash, held.boxes[1].seal.salt, "TWO");
  EXPECT_THAT(differences(), ElementsAre("box 1.2 has another text"));
}

TEST_F(VerifyRules, find_a_changed_state_and_point) {
  held.boxes[0].state = mapping::BoxState::unanswered;
  held.boxes[1].point = "red";
  EXPECT_THAT(differences(), ElementsAre("box 1.1 has another state", "box 1.2 has another point"));
}

TEST_F(VerifyRules, find_boxes_in_another_order_and_number) {
  std::swap(held.boxes[0], held.boxes[1]);
  EXPECT_THAT(differences(), ::testing::Contains("box 1.2 stands where 1.1 should"));
  held = stored(rendered);
  held.boxes.pop_back();
  EXPECT_THAT(differences(), ElementsAre("another number of boxes is stored",
                                         "the hash on the receipt is another"));
}

TEST_F(VerifyRules, find_a_changed_hash) {
  held.hash[0] = static_cast<char>(held.hash[0] + 1);
  EXPECT_THAT(differences(), ElementsAre("the hash on the receipt is another"));
}

TEST_F(VerifyRules, hold_for_an_erased_text_by_its_digest) {
  held.boxes[0].text.clear();
  held.boxes[0].seal.salt.clear();
  EXPECT_THAT(differences(), IsEmpty());
  held.boxes[0].seal.digest[3] = static_cast<char>(held.boxes[0].seal.digest[3] + 1);
  EXPECT_THAT(differences(), ElementsAre("the hash on the receipt is another"));
}

}  // namespace
}  // namespace onereturn::fan_out
