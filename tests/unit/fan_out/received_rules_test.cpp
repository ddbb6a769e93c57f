#include "domain/fan_out/received_rules.hpp"

#include <gtest/gtest.h>

namespace onereturn::fan_out {
namespace {

TEST(ExplainToBoard, leaves_a_piece_of_evidence_the_title_that_it_came_with) {
  mapping::RenderedBox box;
  box.sources.emplace_back();
  box.sources[0].kind = mapping::SourceKind::evidence;
  box.sources[0].name = "Rota";
  std::vector<mapping::RenderedBox> boxes = {box};
  explain_to_board(boxes, nullptr, nullptr);
  EXPECT_EQ(boxes[0].sources[0].name, "Rota");
  EXPECT_EQ(boxes[0].sources[0].code, "");
}

}  // namespace
}  // namespace onereturn::fan_out
