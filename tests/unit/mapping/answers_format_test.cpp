#include "domain/mapping/answers_format.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "domain/mapping/copy_format.hpp"
#include "domain/mapping/render_copy.hpp"
#include "platform/json/json.hpp"
#include "unit/mapping/content.hpp"

namespace onereturn::mapping {
namespace {

using test::Catalogue;

std::filesystem::path root() { return ONERETURN_SOURCE_DIR; }

std::string example() { return test::slurp(root() / "docs/formats/example-answers.json"); }

std::string schema() { return test::slurp(root() / "schemas/frameworks/answers.schema.json"); }

std::string changed(const std::string& from, const std::string& to) {
  std::string text = example();
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

std::string faults(const std::string& text) {
  const Result<AnswerFile> read = read_answers(text);
  return read ? "" : test::faults(read.problem());
}

TEST(AnswersFormat, reads_the_worked_example_of_the_documentation) {
  EXPECT_EQ(json::to_text(json::validate(schema(), example())), "");
  const AnswerFile file = test::must(read_answers(example()));
  EXPECT_EQ(file.agency, "wherrybrook-trust");
  EXPECT_EQ(to_iso(file.as_of), "2027-03-16");
  ASSERT_EQ(file.common.answers.size(), 4U);
  const Answer& policy = file.common.answers.at("C2.10");
  EXPECT_EQ(policy.level, 1);
  EXPECT_EQ(policy.parts.at("2n"), (LevelRange{3, 3}));
  EXPECT_EQ(policy.parts.at("2b"), (LevelRange{0, 1}));
  EXPECT_TRUE(file.common.answers.at("C6.3").not_applicable);
  ASSERT_EQ(file.boards.size(), 2U);
  EXPECT_EQ(file.boards[0].side.evidence.size(), 1U);
  EXPECT_TRUE(file.boards[1].side.evidence.empty());
  EXPECT_EQ(file.boards[0].side.residuals.at("1").level, 2);
  EXPECT_TRUE(check_answers_against(file, Catalogue::shipped().index()).empty());
}

TEST(AnswersFormat, example_fills_the_boxes_that_it_should) {
  const AnswerFile file = test::must(read_answers(example()));
  const auto copy = render_copy(Catalogue::shipped().engagement(file.boards[0]),
                                Catalogue::shipped().index(), file.common, file.boards[0].side);
  std::map<std::string, std::string> states;
  for (const RenderedBox& box : copy.boxes) {
    states[box.box_no] = std::string(to_word(box.state)) + " " + box.point;
  }
  EXPECT_EQ(states["1.light"], "set green");
  EXPECT_EQ(states["2.light"], "set green");
  EXPECT_EQ(states["5.light"], "set green");
  EXPECT_EQ(states["7.light"], "unanswered ");
  EXPECT_EQ(copy.actions.size(), 2U);
}

TEST(AnswersFormat, refuses_what_is_wrong_by_path) {
  const std::vector<std::vector<std::string>> table = {
      {"\"level\": 3", "\"level\": 5", "/answers/0/level: 5 is not between 0 and 4"},
      {"\"level\": 3", "\"level\": 3, \"not_applicable\": \"no\"",
       "/answers/0/level: has no place beside"},
      {"\"requirement\": \"C5.2\"", "\"requirement\": \"C1.1\"",
       "/answers/2/requirement: \"C1.1\" stands twice"},
      {"{\"facet\": \"2o\", \"level\": 3}", "{\"facet\": \"2n\", \"level\": 3}",
       "/answers/1/parts/1/facet: \"2n\" stands twice"},
      {"\"ticked\": false", "\"ticked\": false, \"level\": 1",
       "/answers/1/parts/2/level: either a level or a tick"},
      {", \"ticked\": false", "", "/answers/1/parts/2/level: either a level or a tick"},
      {"2027-03-16", "2027-02-29", "/as_of: \"2027-02-29\" is not a day"},
      {"[\"eldervale\"]", "[\"elsewhere\"]", "/evidence/0/granted: board \"elsewhere\""},
      {"{\"requirement\": \"C2.10\"}", "{\"item\": \"1\"}",
       "/commitments/0/subjects/0/item: an item belongs to one board"},
      {"{\"requirement\": \"C2.10\"}", "{}", "/commitments/0/subjects/0/requirement: either"},
      {"\"board\": \"westmarch\"", "\"board\": \"eldervale\"", "/boards/1/board: stands twice"},
      {"\"reason\": \"Westmarch asked for one sentence.\",", "",
       "/boards/1/overrides/0/reason: is missing"},
      {"\"by_whom\"", "\"by_who\"", "/boards/0/promises/0/by_who: is not known here"},
      {"\"agency.name\": \"Wherrybrook Ambulance Trust\"", "\"agency.name\": 7",
       "/profile/agency.name: must be text"},
  };
  for (const auto& row : table) {
    const std::string found = faults(changed(row[0], row[1]));
    EXPECT_NE(found.find(row[2]), std::string::npos) << row[1] << "\ngave\n" << found;
  }
}

TEST(AnswersFormat, finds_what_the_framework_does_not_know) {
  const std::vector<std::vector<std::string>> table = {
      {"\"requirement\": \"C1.1\"", "\"requirement\": \"C9.9\"", "/answers/C9.9"},
      {"\"requirement\": \"C1.1\"", "\"requirement\": \"C1.8\"", "/answers/C1.8"},
      {"\"requirement\": \"C1.13\"", "\"requirement\": \"C1.9\"", "/boards/eldervale/whole/C1.9"},
      {"\"facet\": \"2n\"", "\"facet\": \"1l\"", "/answers/C2.10/parts"},
      {"\"version\": 2}", "\"version\": 3}", "/framework"},
  };
  for (const auto& row : table) {
    const AnswerFile file = test::must(read_answers(changed(row[0], row[1])));
    const auto errors = check_answers_against(file, Catalogue::shipped().index());
    ASSERT_FALSE(errors.empty()) << row[1];
    EXPECT_EQ(errors[0].field, row[2]);
  }
}

TEST(AnswersFormat, schema_and_reader_refuse_the_same_slips) {
  const std::vector<std::vector<std::string>> table = {
      {"\"level\": 3", "\"level\": 5"},
      {"\"ticked\": false", "\"ticked\": \"no\""},
      {"\"agency\":", "\"agent\":"},
      {"\"what\": \"All community responders sign the policy\",", ""},
      {"onereturn.answers/1", "onereturn.answers/2"},
  };
  for (const auto& row : table) {
    const std::string text = changed(row[0], row[1]);
    EXPECT_FALSE(json::validate(schema(), text).empty()) << row[1];
    EXPECT_NE(faults(text), "") << row[1];
  }
}

TEST(CopyFormat, tells_state_interval_points_sources_and_rule_of_a_box) {
  const AnswerFile file = Catalogue::shipped().answers("thornmere-police");
  for (const BoardEntry& entry : file.boards) {
    if (entry.board.code != "eldervale") continue;
    const auto copy = render_copy(Catalogue::shipped().engagement(entry),
                                  Catalogue::shipped().index(), file.common, entry.side);
    const json::Value value = copy_to_json(copy);
    const json::Value* light = nullptr;
    for (const json::Value& box : *value.find("boxes")->if_array()) {
      if (*box.find("box_no")->if_text() == "3.light") light = &box;
    }
    ASSERT_NE(light, nullptr);
    EXPECT_EQ(*light->find("state"), json::Value("chosen"));
    EXPECT_EQ(*light->find("interval"), json::Value(json::Array{1, 2}));
    EXPECT_EQ(*light->find("points"), json::Value(json::Array{"amber", "green"}));
    EXPECT_EQ(*light->find("point"), json::Value("amber"));
    EXPECT_EQ(*light->find("rule"), json::Value("intersects"));
    EXPECT_EQ(light->find("sources")->if_array()->size(), 3U);
    const std::string table = copy_to_table(copy);
    EXPECT_NE(table.find("3.light\tchosen\tlevels 1-2\tpoints amber green\ttaken amber by Dee "
                         "Okafor\trule intersects"),
              std::string::npos);
  }
}

}  // namespace
}  // namespace onereturn::mapping
