// The people of a board on their pages, with every key demanded.

#include <gtest/gtest.h>

#include "gateway/views/board_people.hpp"
#include "support/rendered_page.hpp"

namespace onereturn::gateway::views {
namespace {

using testing::has;
using testing::rendered_page;

const Instant now = *parse_instant("2027-03-16T10:00:00Z");
const PersonId you = PersonId::random();

identity::BoardColleague someone(const std::string& name, const std::string& role) {
  identity::BoardColleague one;
  one.membership = MembershipId::random();
  one.person = PersonId::random();
  one.name = name;
  one.email = "someone@board.example";
  one.role = role;
  one.from = now;
  return one;
}

std::string list_of(const identity::BoardPeople& people) {
  auto page = board_people_page(people, you, "The board", "", "token", now);
  page.set("title_error", false);
  return rendered_page("pages/board_people", std::move(page));
}

TEST(BoardPeoplePage, tells_who_has_left_only_when_no_role_is_left) {
  identity::BoardPeople people;
  auto old_role = someone("Mabli Roe", "reviewer");
  auto present = old_role;
  present.membership = MembershipId::random();
  present.role = "manager";
  old_role.until = now;
  auto leaver = someone("Gone <b>", "chair");
  leaver.until = now;
  people.people = {present, old_role, leaver};
  const auto page = list_of(people);
  EXPECT_TRUE(has(page, "One person acts for your board."));
  EXPECT_TRUE(has(page, "Board manager"));
  EXPECT_FALSE(has(page, "Mabli Roe, reviewer, until"));
  EXPECT_TRUE(has(page, "Gone &lt;b&gt;, chair, until 16 March 2027"));
}

TEST(BoardPeoplePage, says_of_each_invitation_how_it_stands) {
  identity::BoardInvitation waiting;
  waiting.name = "A";
  waiting.role = "member";
  waiting.invited_at = now;
  auto good = waiting;
  good.expires_at = now + std::chrono::hours(24 * 7);
  auto over = waiting;
  over.expires_at = now - std::chrono::hours(1);
  auto refused = good;
  refused.refused = "550 no such mailbox";
  identity::BoardPeople people;
  people.invitations = {waiting, good, over, refused};
  const auto page = list_of(people);
  EXPECT_TRUE(has(page, "The mail is being sent."));
  EXPECT_TRUE(has(page, "The link works until 23 March 2027."));
  EXPECT_TRUE(has(page, "The link is over. Invite them again."));
  EXPECT_TRUE(has(page, "The mail could not be delivered."));
  EXPECT_FALSE(has(page, "550"));
}

BoardColleagueForm form_of(bool self, bool has_codes, const std::string& codes_action) {
  BoardColleagueForm form;
  form.title = "Mabli Roe";
  form.action = "/board/people/1";
  form.button = "Save";
  form.box_heading = "From now on";
  form.box = "At once.";
  form.role = "reviewer";
  form.remove_action = "/board/people/1/remove";
  form.self = self;
  form.has_codes = has_codes;
  form.codes_action = codes_action;
  return form;
}

TEST(BoardColleagueForm, offers_to_reset_codes_that_are_somebody_elses) {
  const std::string action = "/board/people/1/codes";
  const auto theirs = rendered_page(
      "pages/board_colleague", board_colleague_form(form_of(false, true, action), "token", {}));
  EXPECT_TRUE(has(theirs, "action=\"/board/people/1/codes\""));
  EXPECT_TRUE(has(theirs, "value=\"reviewer\" checked"));
  const auto none = rendered_page("pages/board_colleague",
                                  board_colleague_form(form_of(false, false, ""), "token", {}));
  EXPECT_TRUE(has(none, "They have set up no codes yet"));
  EXPECT_FALSE(has(none, "/codes\""));
  const auto own = rendered_page("pages/board_colleague",
                                 board_colleague_form(form_of(true, true, ""), "token", {}));
  EXPECT_TRUE(has(own, "Your own codes are reset by another manager"));
  EXPECT_FALSE(has(own, "/codes\""));
  EXPECT_TRUE(has(own, "Leave this board"));
}

TEST(BoardColleagueForm, says_what_is_with_somebody_before_they_are_removed) {
  auto form = form_of(false, true, "");
  const auto page = [&] {
    return rendered_page("pages/board_colleague", board_colleague_form(form, "token", {}));
  };
  EXPECT_FALSE(has(page(), "With them now"));
  form.person = PersonId::random();
  form.work = {2, 1, 0, 3};
  const auto with = page();
  EXPECT_TRUE(has(with, "With them now"));
  EXPECT_TRUE(has(with, "href=\"/returns\">2 returns to evaluate<"));
  EXPECT_TRUE(has(with, "href=\"/actions?with=" + form.person.text() + "\">1 open action<"));
  EXPECT_FALSE(has(with, "question"));
  EXPECT_TRUE(has(with, "href=\"/peer-reviews\">3 reviews<"));
  form.self = true;
  EXPECT_TRUE(has(page(), "With you now"));
}

TEST(BoardColleagueForm, leads_to_each_fault_and_keeps_what_was_typed) {
  auto form = form_of(false, false, "");
  form.asks_who = true;
  form.email = "no \"address\"";
  form.remove_action.clear();
  const auto page = rendered_page(
      "pages/board_colleague",
      board_colleague_form(form, "token", {{"email", "Enter it"}, {"role", "Choose"}}));
  EXPECT_TRUE(has(page, "value=\"no &quot;address&quot;\""));
  EXPECT_TRUE(has(page, "href=\"#role\""));
  EXPECT_TRUE(has(page, "id=\"role\""));
  EXPECT_FALSE(has(page, "Remove them"));
  EXPECT_FALSE(has(page, "A lost or new phone"));
}

}  // namespace
}  // namespace onereturn::gateway::views
