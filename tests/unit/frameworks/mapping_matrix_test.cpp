// What each form asks of each requirement, on a framework small enough to work out by hand.

#include "domain/frameworks/mapping_matrix.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace onereturn::frameworks {
namespace {

using ::testing::ElementsAre;

// Two standards: A has R1 (a, b) and R2 (c), B has R3 (d, e).
const Framework& framework() {
  static const Framework one = [] {
    Framework made;
    made.ref = {"small", 1};
    made.standards = {{"A", "Leading", ""}, {"B", "Learning", ""}};
    const auto add = [&](const char* code, const char* standard, std::vector<std::string> facets) {
      Requirement requirement;
      requirement.code = code;
      requirement.standard = standard;
      requirement.facets = facets;
      for (const auto& facet : facets)
        made.facets.push_back({facet, code, "Part " + facet});
      made.requirements.push_back(requirement);
    };
    add("R1", "A", {"a", "b"});
    add("R2", "A", {"c"});
    add("R3", "B", {"d", "e"});
    return made;
  }();
  return one;
}

struct Made {
  const char* item;
  std::set<std::string> facets;
  bool residual = false;
  const char* doubt = "";
  MappingStatus status = MappingStatus::live;
};

MappedForm form_of(std::vector<Made> items) {
  Template form;
  Mapping mapping;
  form.sections.push_back({});
  for (const auto& made : items) {
    Item item;
    item.code = made.item;
    form.sections.front().items.push_back(item);
    ItemMapping one;
    one.item = made.item;
    one.facets = made.facets;
    if (made.residual) one.residual = Residual{"And what else?", "Else", {}};
    one.doubt = made.doubt;
    one.status = made.status;
    mapping.items.emplace(made.item, one);
  }
  return {std::make_shared<const Template>(form), std::make_shared<const Mapping>(mapping), false,
          std::nullopt};
}

MappingMatrix matrix(const std::vector<MappedForm>& forms) {
  static const FrameworkIndex index(framework());
  return matrix_of(index, forms);
}

std::vector<std::string> codes(const MappingMatrix& all) {
  std::vector<std::string> found;
  for (const auto& block : all.standards) {
    for (const auto& row : block.rows)
      found.push_back(row.requirement->code);
  }
  return found;
}

Relation relation(const MatrixCell& cell) { return cell.items.front().relation; }

TEST(MappingMatrix, has_every_requirement_under_its_standard_in_the_order_of_the_framework) {
  const auto all = matrix({form_of({})});
  ASSERT_EQ(all.standards.size(), 2U);
  EXPECT_EQ(all.standards[0].rows.size(), 2U);
  EXPECT_THAT(codes(all), ElementsAre("R1", "R2", "R3"));
}

TEST(MappingMatrix, derives_each_relation_from_the_parts_and_from_what_is_asked_besides) {
  const std::vector<MappedForm> forms{form_of({{"1", {"a", "b"}}}), form_of({{"1", {"a"}}}),
                                      form_of({{"1", {"a", "b"}, true}}),
                                      form_of({{"1", {"a", "c"}}}), form_of({{"1", {"d"}}})};
  const auto all = matrix(forms);
  const auto& row = all.standards[0].rows[0];
  EXPECT_EQ(relation(row.cells[0]), Relation::equal);
  EXPECT_EQ(relation(row.cells[1]), Relation::subset);
  EXPECT_EQ(relation(row.cells[2]), Relation::superset);
  EXPECT_EQ(relation(row.cells[3]), Relation::intersects);
  EXPECT_FALSE(row.cells[4].asked());
  // The same item of the fourth form asks all of R2 and something else.
  EXPECT_EQ(relation(all.standards[0].rows[1].cells[3]), Relation::superset);
}

TEST(MappingMatrix, counts_the_parts_that_several_items_ask_together_once) {
  const std::vector<MappedForm> forms{form_of({{"1", {"a"}}, {"2", {"a"}}, {"3", {"b"}}})};
  const auto all = matrix(forms);
  const auto& cell = all.standards[0].rows[0].cells[0];
  ASSERT_EQ(cell.items.size(), 3U);
  EXPECT_EQ(cell.parts_asked, 2U);
  EXPECT_EQ(cell.items[2].item->code, "3");
  EXPECT_THAT(cell.items[2].facets, ElementsAre("b"));
}

TEST(MappingMatrix, takes_nothing_from_a_mapping_that_fills_nothing) {
  const std::vector<MappedForm> forms{form_of({{"1", {"a"}, false, "", MappingStatus::draft},
                                               {"2", {"b"}, false, "?", MappingStatus::stale},
                                               {"3", {}},
                                               {"4", {"c"}, false, "", MappingStatus::reviewed}}),
                                      {form_of({{"1", {"a"}}}).form, nullptr, false, std::nullopt}};
  const auto all = matrix(forms);
  EXPECT_FALSE(all.standards[0].rows[0].cells[0].asked());
  EXPECT_TRUE(all.standards[0].rows[1].cells[0].asked());
  EXPECT_FALSE(all.standards[0].rows[0].cells[1].asked()) << "no mapping in use at all";
  EXPECT_EQ(all.counts[0].unmapped, 3);
  EXPECT_EQ(all.counts[0].doubts, 0) << "what fills nothing is in nobody's way";
  EXPECT_EQ(all.counts[1].unmapped, 1);
  EXPECT_EQ(all.counts[1].never_asked, 3);
}

TEST(MappingMatrix, counts_each_item_once_and_each_requirement_once) {
  const std::vector<MappedForm> forms{form_of({{"1", {"a", "b"}},
                                               {"2", {"a"}},
                                               {"3", {"a", "b", "c"}, true, "?"},
                                               {"4", {"a", "c"}},
                                               {"5", {}}})};
  const auto count = matrix(forms).counts[0];
  EXPECT_EQ(count.items, 5);
  EXPECT_EQ(count.equal, 1);
  EXPECT_EQ(count.subset, 1);
  EXPECT_EQ(count.superset, 1);
  EXPECT_EQ(count.intersects, 1);
  EXPECT_EQ(count.unmapped, 1);
  EXPECT_EQ(count.residuals, 1);
  EXPECT_EQ(count.doubts, 1);
  EXPECT_EQ(count.asked, 2);
  EXPECT_EQ(count.never_asked, 1);
  ASSERT_EQ(count.without.size(), 1U);
  EXPECT_EQ(count.without[0]->code, "5");
}

TEST(MappingMatrix, shows_of_it_a_standard_what_is_in_doubt_and_what_is_left_over) {
  const std::vector<MappedForm> forms{form_of({{"1", {"a"}, false, "Read otherwise?"}}),
                                      form_of({{"1", {"d", "e"}, true}, {"2", {"c"}}})};
  const auto all = matrix(forms);
  EXPECT_THAT(codes(part_of(all, {{"B"}, false, false})), ElementsAre("R3"));
  EXPECT_THAT(codes(part_of(all, {{}, true, false})), ElementsAre("R1"));
  EXPECT_THAT(codes(part_of(all, {{}, false, true})), ElementsAre("R3"));
  EXPECT_THAT(codes(part_of(all, {{}, true, true})), ElementsAre("R1", "R3"));
  EXPECT_TRUE(part_of(all, {{"B"}, true, false}).standards.empty());
  EXPECT_EQ(part_of(all, {{"B"}, true, false}).counts.size(), 2U) << "counts are of the whole";
}

}  // namespace
}  // namespace onereturn::frameworks
