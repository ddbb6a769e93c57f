// The pages that are asked in between: a promise, an action that goes, a box changed by hand; and
// what they need of the pages that lead to them.

#include <algorithm>

#include <gtest/gtest.h>

#include "domain/returns/board_view.hpp"
#include "domain/returns/check_answers.hpp"
#include "gateway/pages/returns/about_what.hpp"
#include "gateway/views/box_fields.hpp"
#include "gateway/views/own_form.hpp"
#include "gateway/views/promise_page.hpp"
#include "gateway/views/question_levels.hpp"
#include "gateway/views/question_page.hpp"
#include "gateway/views/sending.hpp"
#include "gateway/views/sheet.hpp"
#include "platform/html/renderer.hpp"
#include "unit/pages/sample.hpp"

namespace onereturn::gateway {
namespace {

using html::Data;
using returns::PromiseSubject;

std::string body_of(const char* template_name, Data page) {
  static const html::Renderer strict(
      std::filesystem::path(ONERETURN_SOURCE_DIR) / "services/gateway/templates",
      html::Strictness::every_key);
  page.set("csrf", "token");
  return strict.render(template_name, std::move(page));
}

bool has(const std::string& page, const std::string& words) {
  return page.find(words) != std::string::npos;
}

template <class Workspace>
auto& board(Workspace& workspace, const std::string& mark) {
  for (auto& each : workspace.boards) {
    if (each.board.mark == mark) return each;
  }
  throw std::out_of_range(mark);
}

bool in_words_empty(const returns::FormBox& box) {
  return box.box->content != frameworks::BoxContent::rating && box.box->required &&
         box.box->filled_by != frameworks::FilledBy::board && box.written.text.empty();
}

TEST(TypedDate, says_what_is_wrong_in_the_words_of_a_calendar) {
  using views::read_date;
  EXPECT_EQ(read_date({"31", "6", "2027"}).error, "31 June 2027 does not exist");
  EXPECT_EQ(read_date({"1", "13", "2027"}).error, "Enter a month between 1 and 12");
  EXPECT_EQ(read_date({"1", "1", "27"}).error, "Enter the year with four digits");
  EXPECT_FALSE(read_date({"one", "1", "2027"}).error.empty());
  EXPECT_FALSE(read_date({"", "1", "2027"}).error.empty());
  const auto nothing = read_date({});
  EXPECT_TRUE(nothing.error.empty() && !nothing.date);
  const auto day = read_date({"3", "5", "2027"});
  EXPECT_EQ(to_words(*day.date), "3 May 2027");
  EXPECT_EQ(views::typed_date(day.date).month, "5");
}

TEST(WayBack, leads_to_pages_of_ours_alone) {
  const auto police = sample::police();
  const auto* one = &police.boards.front();
  const auto base = "/boards/" + one->request.text();
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"check", "/check"},
      {"extras", base + "/extras"},
      {"copy", base + "/copy"},
      {"questions/C1.1", "/questions/C1.1"},
      {"questions/C1.8/for", "/questions/C1.8/for/" + one->request.text()},
      {"questions/C99.1", "/check"},
      {"form/1", "/check"},
      {"https://elsewhere.example", "/check"},
      {"//elsewhere.example", "/check"},
      {"", "/check"}};
  for (const auto& [from, href] : cases)
    EXPECT_EQ(views::way_back(police, one, from).href, href) << from;
  EXPECT_EQ(views::way_back(police, nullptr, "extras").href, "/check");
  const auto school = sample::school();
  EXPECT_EQ(views::way_back(school, &school.boards.front(), "form/1").href, "/form/1");
  EXPECT_EQ(views::way_back(school, &school.boards.front(), "questions/C1.1").href, "/check");
  EXPECT_EQ(views::pressed("later:x", "later:"), "x");
  EXPECT_EQ(views::pressed("next", "later:"), "");
}

TEST(PromisePage, keeps_what_was_typed_and_says_what_is_wrong_where) {
  const auto police = sample::police();
  const auto& westmarch = board(police, "WE");
  const PromiseSubject subject{PromiseSubject::Kind::requirement, "C2.8"};
  const auto view = returns::promise_view(police, westmarch, subject);
  ASSERT_TRUE(view);
  const auto text =
      body_of("pages/promise",
              views::promise_page(police, westmarch, subject, *view, {{"31", "6", "2027"}, "<Dee>"},
                                  views::way_back(police, &westmarch, "check"),
                                  {{"by-day", "31 June 2027 does not exist"}}));
  EXPECT_TRUE(has(text, "31 June 2027 does not exist"));
  EXPECT_TRUE(has(text, "value=\"&lt;Dee&gt;\""));
  EXPECT_TRUE(has(text, "href=\"#by-day\""));
  EXPECT_TRUE(has(text, "name=\"requirement\" value=\"C2.8\""));
  EXPECT_FALSE(has(text, "Take this back"));
}

TEST(PromisePage, offers_to_take_back_what_was_promised) {
  auto police = sample::police();
  auto& westmarch = police.boards.front();
  const PromiseSubject subject{PromiseSubject::Kind::requirement, "C2.8"};
  const auto before = returns::promise_view(police, westmarch, subject);
  for (const auto& box : before->boxes) {
    westmarch.side.promises[box.box_no] = {police.today, "Dee Okafor"};
  }
  const auto view = returns::promise_view(police, westmarch, subject);
  const auto text =
      body_of("pages/promise", views::promise_page(police, westmarch, subject, *view,
                                                   views::typed_promise(view->given),
                                                   views::way_back(police, &westmarch, ""), {}));
  EXPECT_TRUE(has(text, "Take this back"));
  EXPECT_TRUE(has(text, "by Dee Okafor"));
}

TEST(CheckPage, offers_a_promise_to_writers_alone_and_lists_what_was_promised) {
  auto school = sample::school();
  auto& eldervale = school.boards.front();
  auto checks = returns::check_answers(school);
  const auto writer = body_of("pages/check", views::check_page(school, checks, false, "", true));
  EXPECT_TRUE(has(writer, "/promise?box="));
  const auto signer = body_of("pages/check", views::check_page(school, checks, true, "", false));
  EXPECT_FALSE(has(signer, "/promise?"));
  std::string missing;
  for (const auto& error : checks.front().errors) {
    if (error.rule == "no-text") missing = error.box_no;
  }
  ASSERT_FALSE(missing.empty());
  eldervale.side.promises[missing] = {school.today, "Head teacher"};
  checks = returns::check_answers(school);
  const auto after = body_of("pages/check", views::check_page(school, checks, false, "", true));
  EXPECT_TRUE(has(after, "Will be supplied later"));
  EXPECT_TRUE(has(after, "by Head teacher"));
}

TEST(ExtrasPage, locks_what_somebody_may_not_change) {
  const auto police = sample::police();
  const auto& eldervale = board(police, "EL");
  const auto all = body_of("pages/extras", views::extras_page(police, eldervale, {}, ""));
  EXPECT_TRUE(has(all, "later:"));
  EXPECT_FALSE(has(all, " disabled"));
  const auto reader =
      body_of("pages/extras", views::extras_page(police, eldervale, {}, "", {false, false}));
  EXPECT_FALSE(has(reader, "later:"));
  EXPECT_FALSE(has(reader, "_version"));
  EXPECT_FALSE(has(reader, "savebar"));
}

TEST(OwnFormSection, keeps_typed_evidence_and_offers_to_remove_an_action) {
  const auto school = sample::school();
  views::TypedSection typed;
  views::TypedCommitment kept;
  kept.key = "c-00000000-0000-4000-8000-000000000001";
  kept.what = "Write a guide";
  typed.commitments = {kept};
  typed.evidence = {"Minutes <b>", "", {"yes"}, ""};
  typed.evidence_errors = {{"evidence-where", "Say where the evidence is kept."}};
  const auto text =
      body_of("pages/own_form_section",
              views::own_form_section_page(school, school.boards.front(), "2", typed, ""));
  EXPECT_TRUE(has(text, "value=\"Minutes &lt;b&gt;\""));
  EXPECT_TRUE(has(text, "Say where the evidence is kept."));
  EXPECT_TRUE(has(text, "value=\"remove:c-00000000-0000-4000-8000-000000000001\""));
  EXPECT_FALSE(has(text, "value=\"remove:c-new\""));
}

std::string section_with(const returns::Workspace& workspace, std::size_t rated,
                         const views::TypedSection& typed) {
  const auto& board = workspace.boards.front();
  for (const auto& section : board.form->sections) {
    const bool several = !views::items_to_act_on(section).empty();
    if (several != (rated > 1)) continue;
    return body_of("pages/own_form_section",
                   views::own_form_section_page(workspace, board, section.code, typed, ""));
  }
  return {};
}

// The form of the board that grades itself, whose standards have several items each.
returns::Workspace with_several_items() {
  auto school = sample::school();
  const auto police = sample::police();
  const auto& grades = board(police, "TA");
  school.boards.front().form = grades.form;
  return school;
}

TEST(OwnFormSection, asks_of_an_action_which_of_its_items_it_is_about) {
  const auto school = with_several_items();
  const auto page = section_with(school, 2, {});
  EXPECT_TRUE(has(page, "Which of these is it about?"));
  EXPECT_TRUE(has(page, "name=\"c-new_item\""));
  EXPECT_FALSE(has(page, "name=\"c-new_item\" value=\"1.1\" checked")) << "nobody chooses for them";
}

TEST(OwnFormSection, keeps_what_was_ticked_of_an_action) {
  const auto school = with_several_items();
  const auto& sections = school.boards.front().form->sections;
  const auto section = std::find_if(sections.begin(), sections.end(), [](const auto& each) {
    return views::items_to_act_on(each).size() > 1;
  });
  ASSERT_NE(section, sections.end());
  const auto& second = section->items[1].code;
  http::Fields form;
  form.set("commitment", "c-new");
  form.set("c-new_what", "Write a guide");
  form.set("c-new_item", second);
  views::TypedSection typed;
  typed.commitments = views::typed_commitments(form);
  ASSERT_EQ(typed.commitments.size(), 1U);
  EXPECT_EQ(typed.commitments[0].items, std::vector<std::string>{second});
  const auto page = section_with(school, 2, typed);
  EXPECT_TRUE(has(page, "value=\"" + second + "\" checked"));
  EXPECT_FALSE(has(page, "value=\"" + section->items[0].code + "\" checked"));
}

TEST(OwnFormSection, shows_of_a_kept_action_what_it_is_about) {
  returns::KeptCommitment kept;
  kept.words.subjects = {{"", "the board", "1.2"}, {"C1.1", "", ""}};
  EXPECT_EQ(views::typed(kept).items, std::vector<std::string>{"1.2"});
}

TEST(AboutWhat, is_each_item_that_was_ticked_and_keeps_what_it_is_about_elsewhere) {
  const auto here = RequestId::random();
  const auto elsewhere = RequestId::random();
  const pages::AboutWhat about{{"", here, "1.1"}, {{"1.1", "One"}, {"1.2", "Two"}, {"1.3", "3"}}};
  using Subjects = std::vector<returns::Subject>;
  EXPECT_EQ(pages::subjects_ticked(about, {"1.3", "1.2"}),
            (Subjects{{"", here, "1.2"}, {"", here, "1.3"}}))
      << "not to the first only";
  EXPECT_EQ(pages::subjects_ticked(about, {"2.1"}), Subjects{}) << "of another page";
  const Subjects before = {
      {"", here, "1.1"}, {"", elsewhere, "1.1"}, {"", here, "2.1"}, {"C1.1", {}, ""}};
  EXPECT_EQ(
      pages::subjects_after(about, {"1.2"}, before),
      (Subjects{{"", here, "1.2"}, {"", elsewhere, "1.1"}, {"", here, "2.1"}, {"C1.1", {}, ""}}));
}

TEST(AboutWhat, is_the_one_subject_where_there_is_nothing_to_tick) {
  const auto here = RequestId::random();
  const pages::AboutWhat about{{"", here, "1"}, {}};
  using Subjects = std::vector<returns::Subject>;
  EXPECT_EQ(pages::subjects_ticked(about, {}), (Subjects{{"", here, "1"}}));
  const Subjects before = {{"", here, "2"}};
  EXPECT_EQ(pages::subjects_after(about, {"9"}, before), before);
}

TEST(OwnFormSection, does_not_ask_where_there_is_one_item) {
  const auto page = section_with(sample::school(), 1, {});
  EXPECT_FALSE(page.empty());
  EXPECT_FALSE(has(page, "Which of these is it about?"));
}

TEST(OwnFormSection, offers_a_promise_where_words_are_missing) {
  const auto school = sample::school();
  const auto& eldervale = school.boards.front();
  for (const auto& section : returns::own_form(school, eldervale)) {
    const auto text =
        body_of("pages/own_form_section",
                views::own_form_section_page(school, eldervale, section.section->code, {}, ""));
    const bool empty = std::any_of(section.boxes.begin(), section.boxes.end(), in_words_empty) ||
                       std::any_of(section.items.begin(), section.items.end(), [](const auto& one) {
                         return std::any_of(one.boxes.begin(), one.boxes.end(), in_words_empty);
                       });
    EXPECT_EQ(has(text, "later:box-"), empty) << section.section->code;
  }
}

TEST(Question, tells_nothing_stated_from_none_of_them) {
  const auto police = sample::police();
  const auto view = returns::question_view(police, "C2.10");
  ASSERT_TRUE(view && !view->parts.empty());
  http::Fields form;
  form.set("level", "1");
  EXPECT_TRUE(views::posted_fields(form, *view).parts.empty());
  form.set("tick_none", "yes");
  auto fields = views::posted_fields(form, *view);
  ASSERT_EQ(fields.parts.size(), view->parts.size());
  for (const auto& [facet, range] : fields.parts)
    EXPECT_EQ(range, (frameworks::LevelRange{0, 1})) << facet;
  EXPECT_FALSE(fields.parts_clash);
  const auto text =
      body_of("pages/question", views::question_page(police, *view, nullptr, fields, {}, ""));
  EXPECT_TRUE(has(text, "name=\"tick_none\" value=\"yes\" checked"));
  form.set("tick_" + view->parts.front().facet, "yes");
  EXPECT_TRUE(views::posted_fields(form, *view).parts_clash);
}

TEST(Question, keeps_a_part_that_was_stated_more_exactly) {
  auto police = sample::police();
  const auto parts = returns::question_view(police, "C2.10")->parts;
  auto& answer = police.common.answers["C2.10"];
  answer.level = 1;
  for (const auto& part : parts)
    answer.parts[part.facet] = {0, 0};
  answer.parts[parts.front().facet] = {3, 3};
  const auto view = returns::question_view(police, "C2.10");
  http::Fields form;
  form.set("level", "1");
  form.set("tick_" + parts.front().facet, "yes");
  const auto fields = views::posted_fields(form, *view);
  EXPECT_EQ(fields.parts.at(parts.front().facet), (frameworks::LevelRange{3, 3}));
  EXPECT_EQ(fields.parts.at(parts.back().facet), (frameworks::LevelRange{0, 0}));
}

TEST(Conflict, keeps_the_intention_of_the_press) {
  const auto police = sample::police();
  const auto view = returns::question_view(police, "C2.2");
  http::Fields form;
  form.set("go", "next");
  const auto confirm =
      body_of("pages/conflict",
              views::conflict_page(police, *view, views::kept_fields(*view, nullptr), {}, form));
  EXPECT_TRUE(has(confirm, "name=\"go\" value=\"next\""));
  form.set("go", "stay");
  const auto draft =
      body_of("pages/conflict",
              views::conflict_page(police, *view, views::kept_fields(*view, nullptr), {}, form));
  EXPECT_TRUE(has(draft, "name=\"go\" value=\"stay\""));
  EXPECT_FALSE(has(draft, "value=\"next\""));
}

views::SheetInput input_for(const returns::Engaged& of, const mapping::RenderedCopy& copy) {
  views::SheetInput input;
  input.form = of.form.get();
  input.copy = &copy;
  input.board_area = of.board.area;
  input.page_path = "/boards/x/copy";
  input.draft = true;
  input.by_hand_action = "/boards/x/by-hand";
  return input;
}

TEST(Account, offers_a_change_by_hand_where_one_may_be) {
  auto police = sample::police();
  auto& eldervale = board(police, "EL");
  const auto copy = returns::preview_copy(police, eldervale);
  auto input = input_for(eldervale, copy);
  for (const auto& box : copy.boxes) {
    if (box.content == frameworks::BoxContent::detail) continue;
    const auto text = body_of("bits/account", views::account(input, box));
    EXPECT_TRUE(has(text, "/boards/x/by-hand")) << box.box_no;
    EXPECT_FALSE(has(text, "Follow the answers again")) << box.box_no;
  }
  input.by_hand_action.clear();
  EXPECT_FALSE(has(body_of("bits/account", views::account(input, copy.boxes.back())), "by-hand"));
}

TEST(Account, shows_what_was_changed_by_hand_with_its_reason) {
  auto police = sample::police();
  auto& eldervale = board(police, "EL");
  eldervale.side.overrides["3.light"] = {std::nullopt, "red", "An inspection said so.", "Dee",
                                         police.today};
  const auto copy = returns::preview_copy(police, eldervale);
  const auto input = input_for(eldervale, copy);
  bool found = false;
  for (const auto& box : copy.boxes) {
    if (box.box_no != "3.light") continue;
    found = true;
    ASSERT_TRUE(box.overridden);
    const auto text = body_of("bits/account", views::account(input, box));
    EXPECT_TRUE(has(text, "Changed by hand"));
    EXPECT_TRUE(has(text, "An inspection said so."));
    EXPECT_TRUE(has(text, "Follow the answers again"));
  }
  EXPECT_TRUE(found);
  EXPECT_TRUE(has(body_of("bits/sheet", views::sheet(input)), "Changed by hand"));
}

TEST(Account, has_no_column_for_levels_where_there_are_none) {
  const auto school = sample::school();
  const auto& eldervale = school.boards.front();
  const auto copy = returns::preview_copy(school, eldervale);
  auto input = input_for(eldervale, copy);
  for (const auto& box : copy.boxes) {
    if (box.sources.empty() || box.state == mapping::BoxState::not_applicable) continue;
    EXPECT_FALSE(has(body_of("bits/account", views::account(input, box)), "Level")) << box.box_no;
  }
}

}  // namespace
}  // namespace onereturn::gateway
