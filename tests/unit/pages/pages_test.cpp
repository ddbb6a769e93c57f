#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>

#include "domain/returns/board_view.hpp"
#include "domain/returns/check_answers.hpp"
#include "domain/returns/home_view.hpp"
#include "domain/returns/question_view.hpp"
#include "gateway/views/box_fields.hpp"
#include "gateway/views/home_view.hpp"
#include "gateway/views/own_form.hpp"
#include "gateway/views/question_page.hpp"
#include "gateway/views/received.hpp"
#include "gateway/views/sending.hpp"
#include "gateway/views/sheet.hpp"
#include "platform/html/renderer.hpp"
#include "unit/pages/sample.hpp"

namespace onereturn::gateway {
namespace {

using html::Data;

const html::Renderer& renderer() {
  static const html::Renderer strict(
      std::filesystem::path(ONERETURN_SOURCE_DIR) / "services/gateway/templates",
      html::Strictness::every_key);
  return strict;
}

Data frame() {
  return Data::object()
      .set("csrf", "token")
      .set("signed_in", true)
      .set("person", "Dee Okafor")
      .set("role_name", "lead")
      .set("party", "Thornmere Constabulary")
      .set("home", "/")
      .set("printed_on", "16 March 2027")
      .set("css", "/assets/app.css")
      .set("js", "/assets/app.js")
      .set("favicon", "/assets/favicon.svg")
      .set("title_error", false)
      .set("nav",
           Data::object().set(
               "links",
               Data::list().push(
                   Data::object().set("href", "/home").set("text", "Home").set("active", true))));
}

// The page whole, with every key demanded; kept in ONERETURN_PAGES_OUT when that names a folder.
std::string rendered(const char* template_name, Data page, const char* file) {
  auto whole = frame();
  whole.merge(std::move(page));
  auto text = renderer().render_in("layouts/page", template_name, std::move(whole));
  if (const char* out = std::getenv("ONERETURN_PAGES_OUT")) {
    std::ofstream(std::filesystem::path(out) / (std::string(file) + ".html")) << text;
  }
  return text;
}

bool has(const std::string& page, const std::string& words) {
  return page.find(words) != std::string::npos;
}

const returns::Workspace& police() {
  static const auto workspace = sample::police();
  return workspace;
}

returns::QuestionView question(const std::string& code) {
  auto view = returns::question_view(police(), code);
  EXPECT_TRUE(view) << code;
  return std::move(view).value();
}

TEST(Pages, home_states_the_effort_and_who_waits_for_what) {
  auto page = views::agency_home(police(), returns::home_view(police()));
  page.set("has_units", false).set("units", Data::list());
  const auto text = rendered("pages/agency_home", std::move(page), "home");
  EXPECT_TRUE(has(text, "Five boards print 218 questions"));
  EXPECT_TRUE(has(text, "Eldervale"));
}

TEST(Pages, home_says_what_boards_wait_for) {
  using Asked = reporting::AskedOfAgency;
  const auto day = [](unsigned d) {
    return Date{std::chrono::year{2027}, std::chrono::March, std::chrono::day{d}};
  };
  const std::vector<Asked> asked = {
      {Asked::Kind::evidence, "Harrowmere", 1, day(14), "e1", "Supervision policy"},
      {Asked::Kind::plan, "Harrowmere", 1, day(30), "p1", ""},
      {Asked::Kind::question, "Westmarch", 2, std::nullopt, "q1", ""},
      {Asked::Kind::action, "Westmarch", 1, std::nullopt, "a1", "Train all staff\nand volunteers"},
      {Asked::Kind::contacts, "Westmarch", 1, std::nullopt, "c1", ""},
      {Asked::Kind::contacts, "Harrowmere", 1, std::nullopt, "c2", ""}};
  auto page = views::agency_home(police(), returns::home_view(police()));
  page.set("has_units", false).set("units", html::Data::list());
  page.set("asked", views::asked_rows(asked, day(16)));
  const auto text = rendered("pages/agency_home", std::move(page), "home-asked");
  EXPECT_TRUE(has(text, "href=\"/evidence/asked/e1\">Show evidence: Supervision policy"));
  EXPECT_TRUE(has(text, "for Harrowmere, by 14 March 2027, 2 days late"));
  EXPECT_TRUE(has(text, "href=\"/our-plans/p1\">Offer a plan"));
  EXPECT_TRUE(has(text, "href=\"/asked\">Answer 2 questions"));
  EXPECT_TRUE(has(text, "href=\"/list/a1\">Say how it stands: Train all staff<"));
  EXPECT_TRUE(has(text, "for 2 boards"));
  EXPECT_FALSE(has(text, "Nothing is waiting for you"));
}

TEST(Pages, a_standard_lists_its_questions) {
  const auto text =
      rendered("pages/standard", views::standard_list(police(), police().framework->standards[1]),
               "standard");
  EXPECT_TRUE(has(text, "Complaints"));
}

TEST(Pages, a_question_shows_what_each_level_means_for_each_board) {
  const auto view = question("C1.1");
  const auto text = rendered(
      "pages/question",
      views::question_page(police(), view, nullptr, views::kept_fields(view, nullptr), {}, ""),
      "question");
  EXPECT_TRUE(has(text, "class=\"conseq at-1\""));
  EXPECT_TRUE(has(text, "words only"));
}

TEST(Pages, a_refused_question_keeps_what_was_typed) {
  const auto view = question("C2.2");
  auto fields = views::kept_fields(view, nullptr);
  fields.describes = "<b>typed</b>";
  const auto text = rendered(
      "pages/question",
      views::question_page(police(), view, nullptr, fields, {{"describes", "Shorten this"}}, ""),
      "question-error");
  EXPECT_TRUE(has(text, "&lt;b&gt;typed"));
  EXPECT_TRUE(has(text, "href=\"#describes\""));
}

TEST(Pages, a_question_about_one_board_says_so) {
  for (const auto& requirement : police().framework->requirements) {
    if (requirement.local != frameworks::LocalKind::whole) continue;
    const auto found = returns::question_view(police(), requirement.code);
    if (!found || found->local.empty()) continue;
    const auto* place = &found->local.front();
    const auto text = rendered(
        "pages/question",
        views::question_page(police(), *found, place, views::kept_fields(*found, place), {}, ""),
        "question-local");
    EXPECT_TRUE(has(text, "For " + place->board.area + " only"));
    return;
  }
  FAIL() << "no requirement is about one board";
}

TEST(Pages, two_writers_see_both_texts) {
  const auto view = question("C2.2");
  auto mine = views::kept_fields(view, nullptr);
  mine.describes = "What I wrote";
  returns::OtherVersion theirs;
  theirs.answer.texts.describes = "What Marcus wrote";
  theirs.by = "Marcus Venn";
  theirs.version = 7;
  const auto text =
      rendered("pages/conflict", views::conflict_page(police(), view, mine, theirs, http::Fields()),
               "conflict");
  EXPECT_TRUE(has(text, "What I wrote"));
  EXPECT_TRUE(has(text, "What Marcus wrote"));
  EXPECT_TRUE(has(text, "name=\"version\" value=\"7\""));
}

TEST(Pages, extras_are_one_boards_alone) {
  for (const auto& board : police().boards) {
    const auto text = rendered("pages/extras", views::extras_page(police(), board, {}, ""),
                               ("extras-" + board.board.mark).c_str());
    EXPECT_TRUE(has(text, board.board.name));
    for (const auto& other : police().boards) {
      if (&other != &board) {
        EXPECT_FALSE(has(text, other.board.name));
      }
    }
  }
}

TEST(Pages, a_schools_form_has_the_boards_own_standards) {
  const auto school = sample::school();
  auto page = views::own_form_page(school, school.boards.front());
  page.set("has_units", false).set("units", Data::list());
  const auto text = rendered("pages/own_form", std::move(page), "own-form");
  EXPECT_TRUE(has(text, "8. "));
  EXPECT_FALSE(has(text, "Level"));
  const auto section = rendered(
      "pages/own_form_section",
      views::own_form_section_page(school, school.boards.front(), "2", {}, ""), "own-form-section");
  EXPECT_TRUE(has(section, "Your traffic light"));
}

views::SheetInput sheet_of(const returns::Engaged& board, const mapping::RenderedCopy& copy) {
  views::SheetInput input;
  input.form = board.form.get();
  input.copy = &copy;
  input.framework = police().framework.get();
  input.mapping = board.mapping.get();
  input.board_name = board.board.name;
  input.board_area = board.board.area;
  input.agency_name = "Thornmere Constabulary";
  input.page_path = "/boards/" + board.request.text() + "/copy";
  input.draft = true;
  input.link_answers = true;
  input.choose_action = "/boards/x/choice";
  input.csrf = "token";
  return input;
}

Data preview(const views::SheetInput& input) {
  return Data::object()
      .set("title", "Preview")
      .set("back_href", "/home")
      .set("back_text", "Home")
      .set("saved_note", false)
      .set("eyebrow", "Preview")
      .set("heading", input.board_area + "’s copy")
      .set("lede", views::rating_words(*input.copy))
      .set("sheet", views::sheet(input));
}

TEST(Pages, a_copy_looks_like_its_boards_paper_and_accounts_for_every_box) {
  for (const auto& board : police().boards) {
    const auto copy = returns::preview_copy(police(), board);
    auto input = sheet_of(board, copy);
    const auto closed =
        rendered("pages/preview", preview(input), ("copy-" + board.board.mark).c_str());
    EXPECT_TRUE(has(closed, board.form->name));
    for (const auto& box : copy.boxes) {
      if (box.content == frameworks::BoxContent::detail) continue;
      input.open_box = box.box_no;
      const auto open =
          rendered("pages/preview", preview(input), ("copy-open-" + board.board.mark).c_str());
      EXPECT_TRUE(has(open, "class=\"chain\"")) << board.board.area << " " << box.box_no;
      if (box.state == mapping::BoxState::choose) break;
    }
  }
}

TEST(Pages, checking_puts_the_worst_board_first) {
  const auto checks = returns::check_answers(police());
  const auto text = rendered("pages/check", views::check_page(police(), checks, true, ""), "check");
  EXPECT_TRUE(has(text, "bcheck--bad"));
}

TEST(Pages, what_is_about_one_board_is_put_right_on_the_page_for_that_board) {
  const auto& workspace = police();
  auto checks = returns::check_answers(workspace);
  for (auto& check : checks) {
    std::erase_if(check.errors, [](const auto& error) { return error.rule != "no-local-answer"; });
  }
  const auto text =
      rendered("pages/check", views::check_page(workspace, checks, true, ""), "check-one-board");
  int boards = 0;
  for (const auto& check : checks) {
    if (check.errors.empty()) continue;
    ++boards;
    const auto href = "/questions/" + check.errors.front().requirement + "/for/";
    EXPECT_TRUE(has(text, href + check.request.text())) << check.board.area;
  }
  EXPECT_GT(boards, 1);
}

TEST(Pages, authorising_names_what_is_ready) {
  views::SignedForm form;
  form.agency = "Thornmere Constabulary";
  form.name = "Ruth Amory";
  form.statement = "I have read the copies.";
  auto checks = returns::check_answers(police());
  checks.front().errors.clear();
  const auto text = rendered(
      "pages/authorise",
      views::authorise_page(police(), checks, form, {{"name", "Enter your name"}}), "authorise");
  EXPECT_TRUE(has(text, "name=\"request\""));
  EXPECT_TRUE(has(text, "Not yet:"));
}

returns::Delivery delivery(const returns::Engaged& board, returns::CopyState state, int tries) {
  returns::Delivery delivery;
  delivery.request = board.request;
  delivery.board = board.board;
  delivery.audit_name = board.audit_name;
  delivery.authorised_name = "Ruth Amory";
  delivery.submitted_at = std::chrono::sys_days{police().today};
  delivery.delivered_at = delivery.submitted_at;
  delivery.received_at = delivery.submitted_at;
  delivery.next_try_at = delivery.submitted_at;
  delivery.state = state;
  delivery.tries = tries;
  return delivery;
}

TEST(Pages, the_tracker_says_where_each_copy_is) {
  using returns::CopyState;
  const auto& boards = police().boards;
  const std::vector<returns::Delivery> deliveries = {
      delivery(boards[0], CopyState::received, 1), delivery(boards[1], CopyState::delivered, 1),
      delivery(boards[2], CopyState::on_its_way, 2), delivery(boards[3], CopyState::parked, 5)};
  const auto text =
      rendered("pages/sent", views::sent_page(deliveries, &police(), "Accepted."), "sent");
  EXPECT_TRUE(has(text, "Held up"));
  EXPECT_TRUE(has(text, "Third try"));
  EXPECT_TRUE(has(text, "Not sent yet"));
}

fan_out::DeliveredCopy delivered() {
  const auto& board = police().boards.front();
  fan_out::DeliveredCopy copy;
  copy.id = ReturnId("00000000-0000-4000-8000-000000000900");
  copy.agency = "Thornmere Constabulary";
  copy.audit = board.audit_name;
  copy.due_on = board.due_on;
  copy.board = board.board.name;
  copy.form = board.form;
  copy.copy = returns::preview_copy(police(), board);
  copy.sign_offs = {{"agency", "Ruth Amory", "Assistant Chief Constable", "I have read it.",
                     std::chrono::sys_days{police().today}}};
  copy.receipt.id = copy.id;
  copy.receipt.version_no = 1;
  copy.receipt.stands = 1;
  copy.receipt.hash = std::string(64, 'a');
  copy.receipt.board = copy.board;
  copy.receipt.agency = copy.agency;
  copy.receipt.audit = copy.audit;
  copy.receipt.received_at = std::chrono::sys_days{police().today};
  return copy;
}

TEST(Pages, a_board_reads_the_return_and_acknowledges_it) {
  auto copy = delivered();
  auto input = views::delivered_sheet(copy);
  const auto waiting =
      rendered("pages/board_return", views::return_page(copy, input, ""), "board-return");
  EXPECT_TRUE(has(waiting, "Acknowledge and give a receipt"));
  EXPECT_TRUE(has(waiting, "Ruth Amory"));
  copy.state = fan_out::ReturnState::acknowledged;
  input.open_box = copy.copy.boxes.front().box_no;
  const auto done =
      rendered("pages/board_return", views::return_page(copy, input, "Done."), "board-return-done");
  EXPECT_FALSE(has(done, "Acknowledge and give a receipt"));
  EXPECT_TRUE(has(done, "class=\"chain\""));
}

TEST(Pages, a_receipt_can_be_printed_and_checked) {
  auto receipt = delivered().receipt;
  receipt.code = "7KQ4-M2XD-9B0T-H6WZ-C31N";
  const auto text = rendered(
      "pages/receipt", views::receipt_page(receipt, "https://localhost", "/r.svg", "/sent", "Sent"),
      "receipt");
  EXPECT_TRUE(has(text, "https://localhost/verify/7KQ4-M2XD-9B0T-H6WZ-C31N"));
  fan_out::CheckedReceipt known;
  known.board = receipt.board;
  known.received_on = police().today;
  known.state = "received";
  EXPECT_TRUE(
      has(rendered("pages/verify", views::verify_page(known, receipt.code), "verify"), "genuine"));
  const auto checked = [&] {
    return rendered("pages/verify", views::verify_page(known, receipt.code), "verify-more");
  };
  EXPECT_TRUE(has(checked(), "No newer version has replaced it."));
  EXPECT_FALSE(has(checked(), "Redacted") || has(checked(), "Replaced by"));
  known.state = "superseded";
  EXPECT_TRUE(has(checked(), "A newer version has replaced it since."));
  known.superseded_by = 3;
  known.superseded_on = parse_date("2027-06-04");
  EXPECT_TRUE(has(checked(), "Version 3 has replaced it on 4 June 2027."));
  known.redacted = 2;
  EXPECT_TRUE(has(checked(), "The words of 2 boxes have been taken out for good since."));
  known.state = "declined";
  known.redacted = 1;
  EXPECT_TRUE(has(checked(), "The board did not accept this version."));
  EXPECT_TRUE(has(checked(), "The words of 1 box have been"));
  known.state = "withdrawn";
  EXPECT_TRUE(has(checked(), "It has been withdrawn since."));
  EXPECT_TRUE(has(rendered("pages/verify", views::verify_page(std::nullopt, "X"), "verify-none"),
                  "no receipt with this number"));
}

TEST(Pages, the_standing_pages_need_no_data) {
  for (const auto* name : {"help", "accessibility", "privacy", "signed_out"}) {
    const auto text =
        rendered((std::string("pages/") + name).c_str(), Data::object().set("title", name), name);
    EXPECT_TRUE(has(text, "<h1")) << name;
  }
  auto error = Data::object();
  error.set("title", "Page not found")
      .set("heading", "The page you asked for is not here")
      .set("detail", "It may have moved, or it belongs to somebody else.")
      .set("errors", Data::list())
      .set("again", false)
      .set("reference", "7F3A 19");
  EXPECT_TRUE(has(rendered("pages/error", std::move(error), "error"), "7F3A 19"));
}

TEST(Pages, signing_in_says_what_is_wrong) {
  auto page = Data::object();
  const std::vector<views::PageError> errors = {{"email", "Check the address"}};
  page.set("title", "Sign in")
      .set("title_error", true)
      .set("signed_in", false)
      .set("party", false)
      .set("nav", false)
      .set("error_summary", views::error_summary(errors))
      .set("note", false)
      .set("next", false)
      .set("email_value", "dee@thornmere.example")
      .set("email_error", views::error_of(errors, "email"))
      .set("password_error", false);
  EXPECT_TRUE(has(rendered("pages/sign_in", std::move(page), "sign-in"), "Error: Sign in"));
  auto roles = Data::list();
  roles.push(Data::object()
                 .set("value", "1")
                 .set("party", "Thornmere Constabulary")
                 .set("role", "Lead")
                 .set("waiting", "You are acting in this role now."));
  EXPECT_TRUE(has(rendered("pages/choose_role",
                           Data::object().set("title", "Role").set("roles", roles), "role"),
                  "rolecard"));
}

}  // namespace
}  // namespace onereturn::gateway
