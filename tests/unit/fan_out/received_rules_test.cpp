#include "domain/fan_out/received_rules.hpp"

#include <gtest/gtest.h>

namespace onereturn::fan_out {
namespace {

mapping::Source source(mapping::SourceKind kind, const std::string& code) {
  mapping::Source made;
  made.kind = kind;
  made.code = code;
  return made;
}

TEST(NameEvidence, puts_the_title_in_the_place_of_a_number_that_others_may_know) {
  mapping::RenderedBox box;
  box.sources = {source(mapping::SourceKind::requirement, "C1.1"),
                 source(mapping::SourceKind::evidence, "17"),
                 source(mapping::SourceKind::evidence, "gone")};
  std::vector<mapping::RenderedBox> boxes = {box};
  mapping::Evidence rota;
  rota.id = "17";
  rota.title = "Rota";
  name_evidence(boxes, {rota});
  const auto& sources = boxes[0].sources;
  EXPECT_EQ(sources[0].code, "C1.1");
  EXPECT_EQ(sources[1].name, "Rota");
  EXPECT_EQ(sources[1].code, "");
  EXPECT_EQ(sources[2].code, "");
}

}  // namespace
}  // namespace onereturn::fan_out
