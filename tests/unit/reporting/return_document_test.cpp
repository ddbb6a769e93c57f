#include "domain/reporting/return_document.hpp"

#include <gmock/gmock.h>

#include "base/ensure.hpp"
#include "domain/reporting/return_boxes.hpp"
#include "drafted.hpp"

namespace onereturn::reporting {
namespace {

using frameworks::BoxContent;
using frameworks::FilledBy;
using mapping::BoxState;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using testing::drafted::all_words;
using testing::drafted::day;
using testing::drafted::is_whole;
using testing::drafted::noon;
using testing::drafted::table_named;
using testing::drafted::tables_of;
using testing::drafted::words_of;

frameworks::Box box(const char* no, const char* label, BoxContent content, FilledBy by) {
  frameworks::Box one;
  one.box_no = no;
  one.label = label;
  one.content = content;
  one.filled_by = by;
  return one;
}

frameworks::Item item(const char* code, std::vector<frameworks::Box> boxes) {
  frameworks::Item one;
  one.code = code;
  one.number = code;
  one.wording = std::string("Wording of ") + code;
  one.boxes = std::move(boxes);
  return one;
}

// Part 1: even items. Part 2: boxes of the section. Part 3: items with boxes of their own.
std::shared_ptr<frameworks::Template> form() {
  auto made = std::make_shared<frameworks::Template>();
  made->ref = {"form", 2};
  made->name = "Our form";
  made->about = "Answer by hand.";
  made->details = {{"d1", "Your organisation", "agency.name"}};
  made->sign_off = {{"Organisation", "agency", {"Name", "Date"}}, {"Board", "board", {"Name"}}};
  frameworks::Scale scale;
  scale.points = {{"1", "1 Weak", "Little is done", "", "", {0, 1}, true},
                  {"2", "2 Good", "", "", "", {2, 4}, false}};
  scale.not_applicable_label = "N/A";
  made->scale = scale;
  frameworks::Section even;
  even.code = "1";
  even.number = "1";
  even.title = "Leading";
  even.key_question = "Who leads?";
  for (const auto* code : {"1.1", "1.2"}) {
    even.items.push_back(item(code, {box((std::string(code) + "w").c_str(), "How",
                                         BoxContent::describes, FilledBy::agency),
                                     box((std::string(code) + "g").c_str(), "Grade",
                                         BoxContent::rating, FilledBy::agency_then_board)}));
  }
  even.items[0].essential = true;
  even.items[0].prompts = {"Minutes"};
  even.action_table = {{"Area", frameworks::ActionField::area},
                       {"Who", frameworks::ActionField::lead},
                       {"When", frameworks::ActionField::by_on}};
  frameworks::Section whole;
  whole.code = "2";
  whole.title = "Staff";
  whole.items = {item("2.1", {}), item("2.2", {})};
  whole.boxes = {box("2w", "In your words", BoxContent::text, FilledBy::agency),
                 box("2b", "Our view", BoxContent::text, FilledBy::board)};
  whole.boxes[0].max_words = 500;
  frameworks::Section odd;
  odd.code = "3";
  odd.title = "Voices";
  odd.items = {item("3.1", {box("3a", "What", BoxContent::text, FilledBy::agency)}),
               item("3.2", {box("3b", "Why", BoxContent::text, FilledBy::agency),
                            box("3c", "When", BoxContent::text, FilledBy::agency)})};
  made->sections = {even, whole, odd};
  return made;
}

mapping::RenderedBox written(const char* no, const std::string& text,
                             BoxState state = BoxState::written) {
  mapping::RenderedBox one;
  one.box_no = no;
  one.text = text;
  one.state = state;
  return one;
}

fan_out::DeliveredCopy copy() {
  fan_out::DeliveredCopy made;
  made.id = ReturnId("f1000000-0000-4000-8000-000000000001");
  made.agency = "Ysgol Gynradd Llŷn";
  made.unit = "Canolfan";
  made.audit = "Section 11 return 2027";
  made.board = "Harrowmere board";
  made.due_on = day("2027-03-01");
  made.form = form();
  made.copy.boxes = {written("d1", "مدرسة النور"),
                     written("1.1w", "First\n\nSecond"),
                     written("1.1g", "", BoxState::set),
                     written("1.2w", ""),
                     written("1.2g", "No children come here", BoxState::not_applicable),
                     written("2w", std::string(10'000, 'x')),
                     written("2b", "", BoxState::left_to_board),
                     written("3a", "", BoxState::unanswered)};
  made.copy.boxes[2].point = "2";
  made.copy.boxes[2].point_label = "2 Good";
  made.copy.boxes[4].point_label = "N/A";
  made.copy.boxes[1].rule_text = "This asks the same as the answer named here.";
  mapping::Source source;
  source.name = "Supervision";
  source.confirmed.on = day("2027-02-03");
  made.copy.boxes[1].sources = {source, source};
  for (const auto& one : made.copy.boxes)
    made.seals.push_back({one.box_no, std::string(32, 'd'), std::string(16, 's')});
  made.sign_offs = {{"agency", "A. Head", "Director", "It is true.", noon("2027-02-20")}};
  made.receipt.hash = std::string(64, 'a');
  made.receipt.received_at = noon("2027-02-21");
  made.receipt.version_no = made.receipt.stands = 1;
  made.receipt.board = made.board;
  made.receipt.agency = made.agency;
  made.receipt.audit = made.audit;
  return made;
}

void redact(fan_out::DeliveredCopy& made, std::size_t at) {
  made.copy.boxes[at].text.clear();
  made.copy.boxes[at].state = BoxState::written;
  made.seals[at].salt.clear();
}

PaperOfReturn paper() {
  PaperOfReturn one;
  one.verify_url = "https://return.example/verify/7KQ4";
  one.code = {"<svg/>", "The code of this return", ""};
  return one;
}

std::vector<std::string> notes_of(const documents::Document& document) {
  std::vector<std::string> notes;
  for (const auto& table : tables_of(document.blocks)) {
    for (const auto& row : table.rows) {
      for (const auto& cell : row) {
        for (const auto& paragraph : cell.paragraphs) {
          for (const auto& span : paragraph.spans)
            if (!span.note.empty()) notes.push_back(span.note);
        }
      }
    }
  }
  return notes;
}

TEST(ReturnOnPaper, has_the_forms_layout) {
  const auto document = return_document(copy(), paper());
  EXPECT_EQ(document.title, "Ysgol Gynradd Llŷn, Canolfan: Our form");
  EXPECT_EQ(document.check_value, std::string(64, 'a'));
  for (const auto& table : tables_of(document.blocks))
    EXPECT_TRUE(is_whole(table)) << table.name;
  const auto* even = table_named(document.blocks, "items-1");
  ASSERT_NE(even, nullptr);
  EXPECT_EQ(even->columns[1].heading, "How (organisation)");
  EXPECT_EQ(even->columns[2].heading, "Grade (organisation, then board)");
  EXPECT_EQ(words_of(even->rows[0][0]), "1.1 Wording of 1.1|Essential");
  EXPECT_EQ(words_of(even->rows[0][1]), "First|Second");
  EXPECT_EQ(words_of(even->rows[0][2]), "2 Good");
  EXPECT_EQ(words_of(even->rows[1][1]), "Left empty");
  EXPECT_EQ(words_of(even->rows[1][2]), "N/A|No children come here");
  const auto* whole = table_named(document.blocks, "section-2");
  ASSERT_NE(whole, nullptr);
  EXPECT_EQ(words_of(whole->rows[0][0]), std::string(10'000, 'x'));
  EXPECT_EQ(words_of(whole->rows[0][1]), "For the board to fill in");
  const auto* odd = table_named(document.blocks, "items-3");
  ASSERT_NE(odd, nullptr);
  EXPECT_THAT(odd->rows, SizeIs(2 + 3)) << "a row for each item and each box";
  EXPECT_EQ(words_of(table_named(document.blocks, "details")->rows[0][1]), "مدرسة النور");
  EXPECT_EQ(words_of(table_named(document.blocks, "scale")->rows[0][1]),
            "Little is done|It needs an action with it.");
}

TEST(ReturnOnPaper, what_was_redacted_says_so_in_its_place_and_is_nowhere_else) {
  for (const std::size_t at : {std::size_t{0}, std::size_t{1}, std::size_t{5}}) {
    auto made = copy();
    const auto before = made.copy.boxes[at].text;
    redact(made, at);
    auto wanted = paper();
    wanted.sources_as_notes = true;
    const auto words = all_words(return_document(made, wanted).blocks);
    EXPECT_THAT(words, HasSubstr("Redacted: what stood here has been taken out for good."));
    EXPECT_THAT(words, Not(HasSubstr(before)));
  }
  EXPECT_THAT(all_words(return_document(copy(), paper()).blocks), Not(HasSubstr("Redacted")));
}

TEST(ReturnOnPaper, a_point_that_was_left_stays_beside_what_was_redacted) {
  auto made = copy();
  redact(made, 2);
  const auto document = return_document(made, paper());
  const auto words = words_of(table_named(document.blocks, "items-1")->rows[0][2]);
  EXPECT_THAT(words, ::testing::StartsWith("2 Good|Redacted:"));
}

TEST(ReturnOnPaper, cells_name_the_box_of_their_words_and_take_them_back) {
  const auto made = copy();
  int named = 0;
  for (const auto& table : tables_of(return_document(made, paper()).blocks)) {
    for (const auto& row : table.rows) {
      for (const auto& cell : row) {
        if (!cell.kept_in) continue;
        ++named;
        const auto& box = *std::find_if(
            made.copy.boxes.begin(), made.copy.boxes.end(),
            [&](const mapping::RenderedBox& one) { return one.box_no == cell.kept_in->box; });
        EXPECT_EQ(cell.kept_in->seal,
                  "64646464646464646464646464646464646464646464646464646464"
                  "64646464");
        auto without = cell;
        without.paragraphs.resize(static_cast<std::size_t>(cell.kept_in->own));
        // As it is stored: of a rating the point comes first.
        const auto between = box.point_label.empty() || box.text.empty() ? "" : "\n";
        put_words(without, box.point_label + between + box.text);
        EXPECT_EQ(without, cell) << box.box_no;
        put_redacted(without, true);
        EXPECT_THAT(words_of(without), HasSubstr("Redacted:"));
        put_redacted(without, false);
        EXPECT_THAT(words_of(without), ::testing::StartsWith("Redacted:"));
      }
    }
  }
  EXPECT_EQ(named, static_cast<int>(made.copy.boxes.size()));
  documents::Cell of_no_box;
  EXPECT_THROW(put_words(of_no_box, "words"), BrokenInvariant);
  EXPECT_THROW(put_redacted(of_no_box, true), BrokenInvariant);
}

TEST(ReturnOnPaper, an_empty_box_that_was_never_sealed_is_not_redacted) {
  auto made = copy();
  made.seals.clear();
  EXPECT_THAT(all_words(return_document(made, paper()).blocks), Not(HasSubstr("Redacted")));
}

TEST(ReturnOnPaper, sources_are_footnotes_where_they_are_wanted) {
  EXPECT_THAT(notes_of(return_document(copy(), paper())), IsEmpty());
  auto wanted = paper();
  wanted.sources_as_notes = true;
  EXPECT_THAT(
      notes_of(return_document(copy(), wanted)),
      ::testing::ElementsAre("This asks the same as the answer named here. From: Supervision,"
                             " confirmed 3 February 2027."));
  wanted.for_agency = true;
  EXPECT_THAT(notes_of(return_document(copy(), wanted)),
              ::testing::ElementsAre("From: Supervision, confirmed 3 February 2027."));
}

TEST(ReturnOnPaper, actions_and_evidence_stand_where_they_belong) {
  auto made = copy();
  mapping::RenderedAction action;
  action.what = "Write it down";
  action.lead = "R. Dunmore";
  action.by_on = day("2027-05-01");
  action.places = {{"1", "1.1"}};
  made.copy.actions = {action};
  mapping::Evidence piece;
  piece.title = "=HYPERLINK(\"x\")";
  made.copy.evidence = {piece};
  const auto document = return_document(made, paper());
  const auto* actions = table_named(document.blocks, "actions-1");
  ASSERT_NE(actions, nullptr);
  EXPECT_EQ(words_of(actions->rows[0][0]), "Write it down") << "what, where there is no area";
  EXPECT_EQ(words_of(actions->rows[0][2]), "1 May 2027");
  EXPECT_EQ(words_of(table_named(document.blocks, "evidence")->rows[0][2]), "Came with the return");
  EXPECT_THAT(all_words(return_document(copy(), paper()).blocks),
              HasSubstr("No action was given for this part."));
}

TEST(ReturnOnPaper, who_signed_stands_and_who_has_not_has_a_line) {
  const auto document = return_document(copy(), paper());
  for (const auto& block : document.blocks) {
    const auto* signs = std::get_if<documents::SignOffs>(&block);
    if (signs == nullptr) continue;
    ASSERT_THAT(signs->lines, SizeIs(2));
    EXPECT_EQ(signs->lines[0].name, "A. Head, Director");
    EXPECT_EQ(signs->lines[0].date, "20 February 2027");
    EXPECT_EQ(signs->lines[1].name, "");
    return;
  }
  FAIL() << "nobody signs";
}

TEST(ReturnOnPaper, is_checked_by_its_code_once_there_is_one) {
  auto made = copy();
  EXPECT_THAT(all_words(return_document(made, paper()).blocks),
              HasSubstr("not acknowledged this return yet, so it has no code"));
  made.receipt.code = "7KQ4";
  made.receipt.acknowledged_at = noon("2027-02-22");
  const auto document = return_document(made, paper());
  EXPECT_THAT(all_words(document.blocks), HasSubstr("or give the code 7KQ4 there"));
  EXPECT_NE(std::get_if<documents::Picture>(&document.blocks.back()), nullptr);
  EXPECT_EQ(document.verify_url, "https://return.example/verify/7KQ4");
}

struct Stands {
  fan_out::Standing standing;
  int version;
  int stands;
  const char* words;
};
class StandingOnPaper : public ::testing::TestWithParam<Stands> {};
TEST_P(StandingOnPaper, is_said_on_the_return_and_on_its_receipt) {
  auto made = copy();
  made.receipt.standing = GetParam().standing;
  made.receipt.version_no = GetParam().version;
  made.receipt.stands = GetParam().stands;
  EXPECT_EQ(return_document(made, paper()).standing, GetParam().words);
  EXPECT_EQ(receipt_document(made.receipt, paper()).standing, GetParam().words);
}
INSTANTIATE_TEST_SUITE_P(
    Standings, StandingOnPaper,
    ::testing::Values(
        Stands{fan_out::Standing::accepted, 1, 1, "Version 1"},
        Stands{fan_out::Standing::accepted, 1, 2, "Version 1, replaced by version 2"},
        Stands{fan_out::Standing::offered, 2, 1, "Version 2, offered and not accepted yet"},
        Stands{fan_out::Standing::declined, 2, 1, "Version 2, not accepted by the board"},
        Stands{fan_out::Standing::replaced, 2, 1,
               "Version 2, offered and replaced by a newer one"}));

TEST(BlankReturn, says_who_fills_each_box_and_leaves_room) {
  const auto document = blank_return(*form(), {"Harrowmere board", "", "", day("2027-03-01")});
  EXPECT_EQ(document.title, "Our form");
  EXPECT_EQ(document.standing, "Blank form, version 2");
  for (const auto& table : tables_of(document.blocks))
    EXPECT_TRUE(is_whole(table)) << table.name;
  const auto* even = table_named(document.blocks, "items-1");
  EXPECT_EQ(words_of(even->rows[0][2]), "[   ] 1 Weak|[   ] 2 Good|[   ] N/A");
  EXPECT_THAT(words_of(even->rows[0][0]), HasSubstr("Evidence might be: Minutes"));
  EXPECT_THAT(words_of(table_named(document.blocks, "section-2")->rows[0][0]),
              HasSubstr("At most 500 words."));
  EXPECT_THAT(table_named(document.blocks, "actions-1")->rows, SizeIs(3));
  EXPECT_THAT(all_words(document.blocks), Not(HasSubstr("Left empty")));
  EXPECT_THAT(all_words(document.blocks), HasSubstr("Answer by hand."));
}

TEST(BlankReturn, of_a_form_with_nothing_in_it_is_still_a_document) {
  const auto document = blank_return({}, {"Harrowmere board", "Fenwick Lane", "Return 2027", {}});
  EXPECT_EQ(document.title, "Return 2027");
  EXPECT_THAT(tables_of(document.blocks), SizeIs(1));
}

TEST(ReceiptOnPaper, has_the_hash_and_the_way_to_check_it) {
  auto receipt = copy().receipt;
  EXPECT_EQ(receipt_document(receipt, paper()).title, "Delivery note");
  receipt.code = "7KQ4";
  receipt.acknowledged_at = noon("2027-02-22");
  receipt.acknowledged_by = "Joan Telford";
  const auto document = receipt_document(receipt, paper());
  EXPECT_EQ(document.title, "Receipt");
  EXPECT_THAT(all_words(document.blocks), HasSubstr(receipt.hash));
  EXPECT_THAT(all_words(document.blocks), HasSubstr("22 February 2027 at 12:00 by Joan Telford"));
  EXPECT_NE(std::get_if<documents::Picture>(&document.blocks.back()), nullptr);
}

}  // namespace
}  // namespace onereturn::reporting
