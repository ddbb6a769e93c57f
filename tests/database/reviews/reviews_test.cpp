// A member of a board reviews what was named, from and until the days given, and nothing else.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/audit_log/openings.hpp"
#include "domain/reviews/invite_to_review.hpp"
#include "domain/reviews/review_return.hpp"
#include "reviews_region.hpp"

namespace onereturn::testing {
namespace {

namespace here = reviews_region;
using namespace reviews;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class Reviews : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { here::seed(); }
  void TearDown() override {
    Raw::superuser().run(
        "update tenant.review set ended_at = now(), ended_by = invited_by"
        " where ended_at is null");
  }
};

InviteToReview invitation(const std::string& who, const std::string& home,
                          const std::vector<ReturnId>& returns) {
  InviteToReview command;
  command.review = ReviewId::random();
  command.person = PersonId{here::person_of(who)};
  command.home = home;
  command.from_on = here::today;
  command.until_on = here::day_after(14);
  command.returns = returns;
  command.at = here::noon;
  return command;
}

Result<ReviewId> invited(const InviteToReview& command, const std::string& who = here::manager) {
  return here::as_board(who, [&](postgres::BoardTx& tx) { return invite_to_review(tx, command); });
}

std::vector<Review> mine(const std::string& who, Date day) {
  return *here::as_person(who,
                          [&](postgres::SessionTx& tx) { return Result(my_reviews(tx, day)); });
}

Result<ReturnToReview> opened(const std::string& who, const ReviewId& review, const ReturnId& id,
                              Instant now = here::noon) {
  return here::as_person(
      who, [&](postgres::SessionTx& tx) { return open_to_review(tx, review, id, now); });
}

Result<Done> noted(const ReviewId& review, const std::string& item, const std::string& words,
                   int after = 0) {
  return here::as_person("reviewer", [&](postgres::SessionTx& tx) {
    return note_on_item(tx, {review, here::first_return(), item, after, "", words, here::noon});
  });
}

std::string first_item() {
  return Raw::superuser().one(
      "select item_code from catalogue.template_item where template_code = '" +
      delivery_region::lights().form + "' order by position limit 1");
}

TEST_F(Reviews, show_the_named_return_between_its_days_and_nothing_else) {
  const auto id = invited(invitation("reviewer", "Elsewhere", {here::first_return()}));
  ASSERT_TRUE(id) << id.problem().detail;
  EXPECT_THAT(mine("reviewer", here::day_after(-1)), IsEmpty());
  EXPECT_THAT(mine("reviewer", here::today), SizeIs(1));
  EXPECT_THAT(mine("reviewer", here::day_after(14)), SizeIs(1)) << "the last day counts";
  EXPECT_THAT(mine("reviewer", here::day_after(15)), IsEmpty());
  EXPECT_THAT(mine("member", here::today), IsEmpty()) << "another member's";
  const auto whole = opened("reviewer", *id, here::first_return());
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->reviewed.organisation, here::first_name());
  EXPECT_GT(whole->boxes.size(), 10U);
  EXPECT_THAT(whole->evidence, SizeIs(7));
  EXPECT_EQ(opened("reviewer", *id, here::second_return()).problem().code, ProblemCode::not_found);
  EXPECT_EQ(opened("member", *id, here::first_return()).problem().code, ProblemCode::not_found);
  EXPECT_EQ(opened("reviewer", *id, here::first_return(), here::later(15)).problem().code,
            ProblemCode::not_found);
}

TEST_F(Reviews, are_told_to_the_member_once_and_name_no_return) {
  const auto mails = [] {
    return Raw::superuser().all(
        "select email || ' ' || fields from identity.mail where kind = 'review_given'");
  };
  Raw::superuser().run("delete from identity.mail where kind = 'review_given'");
  auto command = invitation("reviewer", "Quality Partners", {here::first_return()});
  command.words = "Look at item 3";
  ASSERT_TRUE(invited(command));
  ASSERT_TRUE(invited(command)) << "the button was pressed twice";
  ASSERT_THAT(mails(), SizeIs(1));
  const auto mail = mails().front();
  EXPECT_THAT(mail, HasSubstr("p2@reviews.example"));
  EXPECT_THAT(mail, HasSubstr("16 March 2027"));
  EXPECT_THAT(mail, HasSubstr("30 March 2027"));
  EXPECT_THAT(mail, Not(HasSubstr("item 3")));
  EXPECT_THAT(mail, Not(HasSubstr(here::first_name())));
}

TEST_F(Reviews, are_held_by_the_database_and_not_by_the_pages) {
  ASSERT_TRUE(invited(invitation("reviewer", "Elsewhere", {here::first_return()})));
  Raw raw("gateway");
  const std::string enter = "select identity.enter(sha256('reviewer'))";
  const auto seen = [&](const std::string& day, const std::string& what) {
    return raw.refusal({enter, "select identity.enter_review('" + day + "')",
                        "do $$ begin if exists (" + what + ") then raise 'seen'; end if; end $$"});
  };
  const auto second =
      "select from tenant.return_box where return_id = '" + here::second_return().text() + "'";
  EXPECT_EQ(seen("2027-03-16", "select from tenant.return_box"), "P0001");
  EXPECT_EQ(seen("2027-03-16", second), "");
  EXPECT_EQ(seen("2027-03-31", "select from tenant.return_box"), "");
  EXPECT_EQ(raw.refusal({enter,
                         "do $$ begin if exists (select from tenant.return_box) then"
                         " raise 'seen'; end if; end $$"}),
            "")
      << "no day, nothing to see";
  for (const std::string table :
       {"return", "request", "register_entry", "evaluation", "evaluation_box", "evaluation_release",
        "action", "plan", "evidence_sample", "contact", "audit_entry"}) {
    EXPECT_EQ(raw.refusal({enter, "select identity.enter_review('2027-03-16')",
                           "select from tenant." + table}),
              "42501")
        << table;
  }
  EXPECT_EQ(raw.refusal({"select identity.enter(sha256('" + here::manager + "'))",
                         "select identity.enter_review('2027-03-16')"}),
            "42501");
  EXPECT_EQ(raw.refusal({enter,
                         "select set_config('onereturn.scope', replace(current_setting("
                         "'onereturn.scope'), '|reviewer|', '|manager|'), true)",
                         "select from tenant.return_box"}),
            "OR001");
  const auto as_board =
      here::as_board("reviewer", [&](postgres::BoardTx&) -> Result<Done> { return Done{}; });
  EXPECT_TRUE(as_board) << "entering is not refused; seeing is";
}

TEST_F(Reviews, are_never_of_the_members_own_organisation) {
  const auto named = invited(invitation("reviewer", here::first_name(), {here::first_return()}));
  ASSERT_FALSE(named);
  EXPECT_THAT(named.problem().fields.front().message,
              HasSubstr("comes from " + here::first_name()));
  const auto works = invited(invitation("member", "Elsewhere", {here::second_return()}));
  ASSERT_FALSE(works) << "acts for that agency, whatever the manager says";
  EXPECT_EQ(works.problem().fields.front().field, "returns");
  EXPECT_TRUE(invited(invitation("member", "Elsewhere", {here::first_return()})));
}

TEST_F(Reviews, are_refused_with_the_field) {
  const auto fields = [](const InviteToReview& command) {
    std::string names;
    const auto answer = invited(command);
    for (const auto& field : answer ? std::vector<FieldError>{} : answer.problem().fields) {
      names += field.field + " ";
    }
    return names;
  };
  auto command = invitation("chair", "", {});
  command.from_on.reset();
  command.until_on = here::day_after(-1);
  EXPECT_EQ(fields(command), "person home from until ");
  command = invitation("reviewer", "Elsewhere", {ReturnId::random()});
  command.until_on = here::day_after(400);
  EXPECT_EQ(fields(command), "until returns ");
  EXPECT_EQ(
      invited(invitation("reviewer", "Elsewhere", {here::first_return()}), "chair").problem().code,
      ProblemCode::forbidden);
}

TEST_F(Reviews, keep_notes_from_the_board_until_they_are_sent) {
  const auto id = invited(invitation("reviewer", "Elsewhere", {here::first_return()}));
  const auto board_reads = [&] {
    return *here::as_board(here::manager, [&](postgres::BoardTx& tx) {
      return Result(notes_on_return(tx, here::first_return()));
    });
  };
  const auto before = board_reads().size();
  EXPECT_EQ(noted(*id, first_item(), "  ").problem().fields.front().field, "comment");
  EXPECT_EQ(noted(*id, "no such item", "Well").problem().code, ProblemCode::not_found);
  ASSERT_TRUE(noted(*id, first_item(), "Well said"));
  EXPECT_EQ(noted(*id, first_item(), "Twice").problem().key, "changed-meanwhile");
  ASSERT_TRUE(noted(*id, first_item(), "Better said", 1));
  EXPECT_EQ(board_reads().size(), before);
  EXPECT_EQ(
      here::as_board(here::manager, [&](postgres::BoardTx& tx) { return read_review(tx, *id); })
          ->returns.front()
          .noted,
      0)
      << "not even how many";
  const auto send = [&] {
    return here::as_person("reviewer", [&](postgres::SessionTx& tx) {
      return send_review(tx, *id, here::first_return(), here::noon);
    });
  };
  ASSERT_TRUE(send());
  EXPECT_EQ(send().problem().code, ProblemCode::conflict);
  const auto after = board_reads();
  ASSERT_EQ(after.size(), before + 1);
  EXPECT_EQ(after.front().second.notes.front().comment, "Better said");
  EXPECT_EQ(noted(*id, first_item(), "Late", 2).problem().code, ProblemCode::closed);
}

TEST_F(Reviews, end_at_once_when_the_board_says_so) {
  const auto id = invited(invitation("reviewer", "Elsewhere", {here::first_return()}));
  const auto end = [&](const std::string& who) {
    return here::as_board(who,
                          [&](postgres::BoardTx& tx) { return end_review(tx, *id, here::noon); });
  };
  EXPECT_EQ(end(here::other_manager).problem().code, ProblemCode::not_found);
  ASSERT_TRUE(end(here::manager));
  EXPECT_EQ(end(here::manager).problem().code, ProblemCode::conflict);
  EXPECT_THAT(mine("reviewer", here::today), IsEmpty());
  EXPECT_EQ(noted(*id, first_item(), "Late").problem().code, ProblemCode::not_found);
}

TEST_F(Reviews, are_openings_that_the_agency_sees) {
  const auto id = invited(invitation("reviewer", "Elsewhere", {here::first_return()}));
  ASSERT_TRUE(opened("reviewer", *id, here::first_return(), here::later(3)));
  const auto page = here::as_agency("lead", [&](postgres::AgencyTx& tx) {
    return audit_log::list_board_openings(tx, std::nullopt, {});
  });
  ASSERT_TRUE(page);
  EXPECT_EQ(page->list.front().role, "reviewer");
  EXPECT_EQ(page->list.front().at, here::later(3));
}

}  // namespace
}  // namespace onereturn::testing
