#include "domain/returns/submit_return.hpp"

#include <algorithm>
#include <thread>

#include <gtest/gtest.h>

#include "domain/fan_out/read_frozen_return.hpp"
#include "domain/returns/check_answers.hpp"
#include "domain/returns/deliveries.hpp"
#include "domain/returns/submission_store.hpp"
#include "support/returns_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = returns_region;

class SubmitReturn : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    region::seed();
    region::answer_everything();
  }

  static returns::SubmitReturn to(const std::vector<std::string>& requests,
                                  const std::string& key) {
    returns::SubmitReturn command;
    for (const auto& request : requests)
      command.requests.emplace_back(request);
    command.name = "A. Name";
    command.position = "Chief";
    command.statement = returns::statement_on(region::today);
    command.idempotency_key = key;
    command.body_sha256 = std::string(32, 'a');
    return command;
  }
  static Result<returns::SubmittedReturn> submit(const std::string& who,
                                                 const returns::SubmitReturn& command) {
    return region::as(who, [&](postgres::AgencyTx& tx) {
      return returns::submit_return(tx, command, *parse_instant("2027-03-16T15:02:00Z"));
    });
  }
  static std::vector<std::string> two_boards() {
    return {delivery_region::narrative().request, delivery_region::lights().request};
  }
};

TEST_F(SubmitReturn, freezes_once_and_makes_one_delivery_and_one_job_per_board) {
  const auto submitted = submit("authoriser", to(two_boards(), "first"));
  ASSERT_TRUE(submitted.has_value())
      << submitted.problem().detail << " "
      << (submitted.problem().fields.empty() ? "" : submitted.problem().fields[0].message);
  EXPECT_EQ(submitted->copies.size(), 2U);
  EXPECT_EQ(to_iso(submitted->at), "2027-03-16T15:02:00.000000Z");
  EXPECT_EQ(delivery_region::deliveries_in(submitted->submission, "queued"), 2);
  EXPECT_EQ(delivery_region::jobs_in(submitted->submission, "waiting"), 2);
  const auto id = submitted->submission.text();
  const auto workspace = region::workspace_of("lead");
  EXPECT_EQ(region::count("select count(*) from tenant.submission_answer where submission_id = '" +
                          id + "'"),
            static_cast<int>(workspace.common.answers.size()));
  EXPECT_EQ(region::count("select count(*) from tenant.audit_entry where what = "
                          "'return.submitted' and subject_ref = '" +
                          id + "'"),
            1);
}

// Somebody saves between the reading and the freezing: the client is told to send again.
TEST_F(SubmitReturn, freezes_nothing_of_an_answer_that_was_saved_meanwhile) {
  auto workspace = region::workspace_of("lead");
  workspace.common.answers.begin()->second.confirmed.version += 1;
  const auto frozen = region::as("authoriser", [&](postgres::AgencyTx& tx) -> Result<Done> {
    const auto submission = SubmissionId::random();
    returns::insert_submission(tx, submission, workspace, to(two_boards(), "meanwhile"),
                               {&workspace.boards.front()}, *parse_instant("2027-03-16T15:02:00Z"));
    EXPECT_FALSE(returns::freeze_answers(tx, submission, workspace));
    return Problem{ProblemCode::conflict, "changed-meanwhile", "", {}};
  });
  EXPECT_FALSE(frozen.has_value());
}

TEST_F(SubmitReturn, keeps_what_is_local_to_each_board_apart) {
  const auto submitted = submit("authoriser", to(two_boards(), "apart"));
  ASSERT_TRUE(submitted.has_value());
  for (const auto* board : {&delivery_region::narrative(), &delivery_region::lights()}) {
    const auto rows = "select count(*) from tenant.submission_box where submission_id = '" +
                      submitted->submission.text() + "' and text like '%" + board->marker + "%'";
    EXPECT_GT(region::count(rows + " and board_id = '" + board->party + "'"), 0);
    EXPECT_EQ(region::count(rows + " and board_id <> '" + board->party + "'"), 0);
  }
  EXPECT_EQ(region::count("select count(*) from tenant.submission_box where submission_id = '" +
                          submitted->submission.text() + "' and text like '%" +
                          delivery_region::grades().marker + "%'"),
            0);
}

TEST_F(SubmitReturn, gives_the_same_key_the_same_answer) {
  const auto command = to(two_boards(), "again");
  const auto first = submit("authoriser", command);
  ASSERT_TRUE(first.has_value());
  const auto second = submit("authoriser", command);
  ASSERT_TRUE(second.has_value());
  EXPECT_EQ(second->submission, first->submission);
  EXPECT_TRUE(second->repeated);
  EXPECT_EQ(second->copies.size(), first->copies.size());
  EXPECT_EQ(delivery_region::jobs_in(first->submission, "waiting"), 2);
}

// The connection dies while the first commit is under way: a sequence is not rolled back, so the
// fault strikes once and the key's second look-up finds a server that answers.
TEST_F(SubmitReturn, settles_an_unknown_outcome_by_its_key) {
  auto owner = Raw::superuser();
  owner.run("create schema public");
  owner.run("grant usage on schema public to public");
  owner.run("create sequence public.public_fault");
  owner.run(
      "create function public.die_once() returns trigger language plpgsql security definer as $$"
      "begin if nextval('public.public_fault') = 1 then "
      "perform pg_terminate_backend(pg_backend_pid()); end if; return null; end $$");
  owner.run(
      "create constraint trigger die_at_commit after insert on tenant.submission "
      "deferrable initially deferred for each row execute function public.die_once()");
  const auto command = to(two_boards(), "in doubt");
  const auto sent =
      returns::submit_return(delivery_region::gateway(), region::session_of("authoriser"), command,
                             *parse_instant("2027-03-16T15:02:00Z"));
  owner.run("drop trigger die_at_commit on tenant.submission");
  ASSERT_TRUE(sent.has_value());
  EXPECT_EQ(region::count("select count(*) from tenant.idempotency where key = 'in doubt'"), 1);
  EXPECT_EQ(delivery_region::deliveries_in(sent->submission, "queued"), 2);
  EXPECT_EQ(region::count("select last_value from public.public_fault"), 2);
}

TEST_F(SubmitReturn, refuses_a_key_that_came_with_another_body) {
  auto command = to(two_boards(), "reused");
  ASSERT_TRUE(submit("authoriser", command).has_value());
  command.body_sha256 = std::string(32, 'b');
  EXPECT_EQ(submit("authoriser", command).problem().key, "key-reused");
}

TEST_F(SubmitReturn, refuses_a_statement_that_tells_a_board_of_another) {
  const auto name = region::workspace_of("lead")
                        .find(RequestId(delivery_region::narrative().request))
                        ->board.name;
  auto command = to(two_boards(), "tells");
  command.statement = "I sign this for " + name + ".";
  const auto refused = submit("authoriser", command);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.problem().fields.at(0).field, "statement");
  command.requests = {RequestId(delivery_region::narrative().request)};
  EXPECT_TRUE(submit("authoriser", command).has_value());
  command = to({delivery_region::lights().request}, "tells lights alone");
  command.statement = "I sign this for " + name + ".";
  EXPECT_EQ(submit("authoriser", command).problem().fields.at(0).field, "statement");
}

TEST_F(SubmitReturn, keeps_what_the_board_called_its_area) {
  const auto& board = delivery_region::narrative();
  const auto submitted = submit("authoriser", to({board.request}, "area"));
  ASSERT_TRUE(submitted.has_value());
  const auto area_now = [&] {
    const auto frozen = region::as("lead", [&](postgres::AgencyTx& tx) {
      return fan_out::read_frozen_return(tx, submitted->submission, RequestId(board.request));
    });
    return frozen->head.board.area;
  };
  const auto signed_for = area_now();
  const auto rename = [&](const std::string& area) {
    Raw::superuser().run("update tenancy.party_profile set area = '" + area +
                         "' where party_id = '" + board.party + "'");
  };
  rename("Another name");
  EXPECT_EQ(area_now(), signed_for);
  rename(signed_for);
}

TEST_F(SubmitReturn, refuses_a_missing_key) {
  EXPECT_EQ(submit("authoriser", to(two_boards(), "")).problem().key, "key-missing");
}

TEST_F(SubmitReturn, counts_once_when_pressed_by_many_at_the_same_time) {
  const auto command = to(two_boards(), "pressed many times");
  std::vector<std::thread> hands;
  std::vector<std::string> answers(6);
  for (std::size_t hand = 0; hand < answers.size(); ++hand) {
    hands.emplace_back([&, hand] {
      const auto result = submit("authoriser", command);
      answers[hand] = result ? result->submission.text() : result.problem().key;
    });
  }
  for (auto& hand : hands)
    hand.join();
  std::string submission;
  for (const auto& answer : answers) {
    if (answer == "key-in-use") continue;
    EXPECT_TRUE(is_uuid(answer)) << answer;
    if (submission.empty()) submission = answer;
    EXPECT_EQ(answer, submission);
  }
  ASSERT_FALSE(submission.empty());
  EXPECT_EQ(region::count("select count(*) from tenant.idempotency where key = 'pressed many "
                          "times'"),
            1);
  EXPECT_EQ(delivery_region::jobs_in(SubmissionId(submission), "waiting"), 2);
}

TEST_F(SubmitReturn, a_refused_try_leaves_the_key_free) {
  auto command = to(two_boards(), "free again");
  command.name = "";
  EXPECT_EQ(submit("authoriser", command).problem().fields.at(0).field, "name");
  command.name = "A. Name";
  command.body_sha256 = std::string(32, 'c');
  EXPECT_TRUE(submit("authoriser", command).has_value());
}

TEST_F(SubmitReturn, is_for_the_authoriser_alone) {
  const auto command = to(two_boards(), "who may");
  EXPECT_EQ(submit("lead", command).problem().code, ProblemCode::forbidden);
  EXPECT_EQ(submit("contributor", command).problem().code, ProblemCode::forbidden);
  EXPECT_EQ(submit("first manager", command).problem().code, ProblemCode::forbidden);
}

TEST_F(SubmitReturn, answers_not_found_where_nothing_was_asked) {
  EXPECT_EQ(submit("authoriser", to({RequestId::random().text()}, "unknown")).problem().code,
            ProblemCode::not_found);
  auto foreign = to({"c1000000-0000-4000-8000-000000000009"}, "foreign");
  EXPECT_EQ(submit("authoriser", foreign).problem().code, ProblemCode::not_found);
}

TEST_F(SubmitReturn, names_the_board_whose_copy_is_not_ready) {
  const auto workspace = region::workspace_of("lead");
  const auto* grades = workspace.find(RequestId(delivery_region::grades().request));
  const auto check = returns::check_board(workspace, *grades, returns::Depth::errors_only);
  ASSERT_FALSE(check.ready());  // its details are missing from the profile
  const auto refused = submit("authoriser", to({grades->request.text()}, "not ready"));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.problem().fields.at(0).field, "request:" + grades->request.text());
}

TEST_F(SubmitReturn, is_followed_by_its_agency_and_by_no_other) {
  const auto submitted = submit("authoriser", to(two_boards(), "followed"));
  ASSERT_TRUE(submitted.has_value());
  const auto list_as = [](const std::string& who) {
    return *region::as(who, [](postgres::AgencyTx& tx) { return returns::list_deliveries(tx); });
  };
  const auto mine = list_as("lead");
  EXPECT_EQ(std::count_if(mine.begin(), mine.end(),
                          [&](const returns::Delivery& each) {
                            return each.submission == submitted->submission &&
                                   each.state == returns::CopyState::on_its_way;
                          }),
            2);
  EXPECT_TRUE(list_as("other lead").empty());
  const auto receipt_as = [&](const std::string& who) {
    return region::as(who, [&](postgres::AgencyTx& tx) {
      return returns::receipt_of(tx, submitted->submission, submitted->copies[0].request);
    });
  };
  EXPECT_EQ(receipt_as("lead").problem().code, ProblemCode::not_found);
  EXPECT_EQ(receipt_as("other lead").problem().code, ProblemCode::not_found);
  const auto workspace = region::workspace_of("lead");
  const auto* narrative = workspace.find(RequestId(delivery_region::narrative().request));
  ASSERT_TRUE(narrative->sent.has_value());
  EXPECT_EQ(narrative->sent->state, returns::CopyState::on_its_way);
}

}  // namespace
}  // namespace onereturn::testing
