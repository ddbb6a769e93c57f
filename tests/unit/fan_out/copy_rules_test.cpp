#include "domain/fan_out/copy_rules.hpp"

#include <gmock/gmock.h>

#include "domain/fan_out/copy_columns.hpp"
#include "domain/fan_out/copy_words.hpp"

namespace onereturn::fan_out {
namespace {

using frameworks::BoxContent;
using frameworks::FilledBy;
using mapping::BoxState;
using mapping::RenderedBox;
using mapping::SourceKind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

RenderedBox box(std::string number, BoxContent content, FilledBy by, BoxState state) {
  RenderedBox made;
  made.box_no = std::move(number);
  made.content = content;
  made.filled_by = by;
  made.state = state;
  return made;
}

RenderedBox rating(std::string number, BoxState state, FilledBy by = FilledBy::agency) {
  return box(std::move(number), BoxContent::rating, by, state);
}

mapping::Source answer(std::string code, std::optional<int> level) {
  mapping::Source source;
  source.code = std::move(code);
  source.level = level;
  return source;
}

TEST(CopyRules, count_each_state_of_boxes_that_the_agency_rates) {
  const auto counts =
      count_boxes({rating("1", BoxState::set), rating("2", BoxState::chosen),
                   rating("3", BoxState::unanswered), rating("4", BoxState::choose),
                   rating("5", BoxState::no_point), rating("6", BoxState::not_applicable),
                   rating("7", BoxState::set, FilledBy::agency_then_board),
                   rating("8", BoxState::left_to_board, FilledBy::board),
                   box("9", BoxContent::describes, FilledBy::agency, BoxState::unanswered)});
  EXPECT_EQ(counts, (CopyCounts{.set = 2,
                                .chosen = 1,
                                .unanswered = 2,
                                .no_point = 1,
                                .not_applicable = 1,
                                .residual = 0,
                                .local = 0}));
}

TEST(CopyRules, count_a_text_for_one_board_once_however_often_it_stands) {
  auto words = box("1", BoxContent::describes, FilledBy::agency, BoxState::written);
  words.paragraphs = {
      {.heading = "", .text = "a", .kind = SourceKind::residual, .source = "1.1"},
      {.heading = "", .text = "b", .kind = SourceKind::local_part, .source = "C2"},
      {.heading = "", .text = "c", .kind = SourceKind::requirement, .source = "C2"}};
  auto again = words;
  again.box_no = "2";
  const auto counts = count_boxes({words, again});
  EXPECT_EQ(counts.residual, 1);
  EXPECT_EQ(counts.local, 1);
}

TEST(CopyRules, roll_up_only_levels_behind_the_agencys_own_ratings) {
  auto lit = rating("1.light", BoxState::set);
  lit.sources = {answer("C1", 3), answer("C2", std::nullopt)};
  auto words = box("2", BoxContent::describes, FilledBy::agency, BoxState::written);
  words.sources = {answer("C3", 1)};
  auto left = rating("3.grade", BoxState::left_to_board, FilledBy::board);
  left.sources = {answer("C4", 2)};
  EXPECT_THAT(counted_levels({lit, words, left}), ElementsAre(CountedLevel{"C1", 3}));
}

TEST(CopyColumns, keep_levels_out_of_every_box_but_ratings) {
  auto words = box("2", BoxContent::describes, FilledBy::agency, BoxState::written);
  words.sources = {answer("C3", 1)};
  const auto columns = source_columns({words});
  ASSERT_THAT(columns.kinds, ElementsAre("rule", "answer"));
  EXPECT_EQ(columns.lows[1], std::nullopt);
  EXPECT_EQ(columns.highs[1], std::nullopt);
}

TEST(CopyColumns, keep_who_confirmed_an_answer_with_the_agency) {
  auto lit = rating("1.light", BoxState::set);
  lit.sources = {answer("C1", 3)};
  lit.sources[0].confirmed.by = "Dee Okafor";
  const auto columns = source_columns({lit});
  EXPECT_EQ(columns.chosen_by[1], std::nullopt);
  EXPECT_EQ(columns.lows[1], 3);
}

TEST(CopyColumns, name_evidence_by_its_title_and_never_by_a_number_that_others_may_know) {
  auto words = box("2", BoxContent::evidence, FilledBy::agency, BoxState::written);
  mapping::Source rota;
  rota.kind = SourceKind::evidence;
  rota.code = "0b838aae-20a4-4df0-bf7f-3ea22a6eed2a";
  rota.name = "Rota";
  words.sources = {rota};
  const auto columns = source_columns({words});
  EXPECT_EQ(columns.items[1], std::nullopt);
  EXPECT_EQ(columns.requirements[1], std::nullopt);
  EXPECT_EQ(columns.reasons[1], "Rota");
}

TEST(CopyColumns, give_a_promise_no_link_to_a_commitment) {
  mapping::RenderedAction promised;
  promised.commitment = "promise:1.1";
  mapping::RenderedAction committed;
  committed.commitment = "0b838aae-20a4-4df0-bf7f-3ea22a6eed2a";
  const auto columns = action_columns({promised, committed});
  EXPECT_THAT(columns.kinds, ElementsAre("promise", "commitment"));
  EXPECT_EQ(columns.commitments[0], std::nullopt);
  EXPECT_EQ(columns.commitments[1], committed.commitment);
}

TEST(CopyColumns, name_an_item_or_else_its_section_as_an_actions_place) {
  const auto joined =
      joined_places({{.section = "1", .item = "1.1"}, {.section = "2", .item = ""}});
  EXPECT_EQ(joined, "1.1|2");
  EXPECT_THAT(split_places(joined), ElementsAre("1.1", "2"));
  EXPECT_THAT(split_places(""), IsEmpty());
}

TEST(CopyColumns, grant_evidence_to_each_box_that_cites_it_and_once_to_none) {
  mapping::RenderedCopy copy;
  mapping::Evidence cited;
  cited.id = "e1";
  mapping::Evidence loose;
  loose.id = "e2";
  copy.evidence = {cited, loose};
  auto words = box("2", BoxContent::evidence, FilledBy::agency, BoxState::written);
  mapping::Source source;
  source.kind = SourceKind::evidence;
  source.code = "e1";
  words.sources = {source};
  copy.boxes = {words};
  const auto columns = evidence_columns(copy, {{"e1", 4}, {"e2", 7}});
  EXPECT_THAT(columns.lines, ElementsAre(4, 7));
  EXPECT_EQ(columns.boxes[0], "2");
  EXPECT_EQ(columns.boxes[1], std::nullopt);
}

TEST(CopyWords, read_back_what_they_write) {
  for (const auto state :
       {BoxState::written, BoxState::left_to_board, BoxState::set, BoxState::chosen,
        BoxState::no_point, BoxState::unanswered, BoxState::not_applicable}) {
    EXPECT_EQ(state_of(state_word(rating("1", state))), state);
  }
  // Nobody had chosen when it was signed: the board sees an empty box, no list of points.
  EXPECT_STREQ(state_word(rating("1", BoxState::choose)), "unanswered");
  for (const auto kind :
       {SourceKind::requirement, SourceKind::local_whole, SourceKind::local_part,
        SourceKind::residual, SourceKind::direct, SourceKind::choice, SourceKind::replacement,
        SourceKind::profile, SourceKind::evidence, SourceKind::promise}) {
    mapping::Source source;
    source.kind = kind;
    EXPECT_EQ(kind_of(kind_word(kind), rule_word(source)), kind);
  }
}

}  // namespace
}  // namespace onereturn::fan_out
