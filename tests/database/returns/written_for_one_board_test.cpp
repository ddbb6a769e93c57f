// What is written for one board: a draft is in no copy, counts for nothing and stops that copy
// until somebody stands by it; every version is kept and comes back. Each from both sides.

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/returns/board_history.hpp"
#include "domain/returns/board_view.hpp"
#include "domain/returns/check_answers.hpp"
#include "domain/returns/drafts.hpp"
#include "domain/returns/home_view.hpp"
#include "domain/returns/question_view.hpp"
#include "domain/returns/save_box.hpp"
#include "domain/returns/submit_return.hpp"
#include "support/returns_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = returns_region;
using returns::BoxKind;
using ::testing::Contains;
using ::testing::HasSubstr;

const std::string secret = "Half a sentence that nobody stands by";

class WrittenForOneBoard : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    region::seed();
    region::answer_everything();
  }
  void SetUp() override { region::answer_everything(); }

  static RequestId request() { return RequestId(delivery_region::lights().request); }
  static const returns::Engaged& lights(const returns::Workspace& workspace) {
    return *workspace.find(request());
  }
  static returns::Extra extra(returns::ExtraKind kind) {
    const auto workspace = region::workspace_of("lead");
    for (const auto& each : returns::extras_of(workspace, lights(workspace))) {
      if (each.kind == kind) return each;
    }
    ADD_FAILURE() << "the board asks nothing of this kind";
    return {};
  }
  static returns::SaveBox residual(const std::string& text, bool confirm) {
    const auto of = extra(returns::ExtraKind::residual);
    returns::SaveBox command;
    command.request = request();
    command.kind = BoxKind::residual;
    command.key = of.key;
    command.base_version = of.version;
    command.text = text;
    if (of.level_needed) command.level = 3;
    command.confirm = confirm;
    return command;
  }
  static Result<returns::SavedBox> save(const std::string& who, const returns::SaveBox& command) {
    return region::as(
        who, [&](postgres::AgencyTx& tx) { return returns::save_box(tx, command, region::today); });
  }
  static returns::SaveBoardAnswer part(const std::string& text, bool confirm) {
    returns::SaveBoardAnswer command;
    command.request = request();
    command.requirement = "C1.1";
    const auto workspace = region::workspace_of("lead");
    const auto& versions = lights(workspace).answer_versions;
    if (const auto at = versions.find("C1.1"); at != versions.end()) {
      command.base_version = at->second;
    }
    command.texts.describes = text;
    command.confirm = confirm;
    return command;
  }
  static Result<returns::SaveOutcome> save(const std::string& who,
                                           const returns::SaveBoardAnswer& command) {
    return region::as(
        who, [&](postgres::AgencyTx& tx) { return returns::save_board_answer(tx, command); });
  }
  static std::vector<std::string> errors(const std::string& of_board) {
    const auto workspace = region::workspace_of("lead");
    std::vector<std::string> rules;
    for (const auto& error : returns::check_board(workspace, *workspace.find(RequestId(of_board)),
                                                  returns::Depth::errors_only)
                                 .errors) {
      rules.push_back(error.rule);
    }
    return rules;
  }
  static std::string copy_of(const returns::Workspace& workspace) {
    std::string words;
    for (const auto& box : returns::preview_copy(workspace, lights(workspace)).boxes)
      words += box.text + "\n";
    return words;
  }
  static Result<returns::SubmittedReturn> submit(const std::string& key) {
    returns::SubmitReturn command;
    command.requests = {request()};
    command.name = "A. Name";
    command.position = "Chief";
    command.statement = returns::statement_on(region::today);
    command.idempotency_key = key;
    command.body_sha256 = std::string(32, 'd');
    return region::as("authoriser", [&](postgres::AgencyTx& tx) {
      return returns::submit_return(tx, command, *parse_instant("2027-03-16T15:02:00Z"));
    });
  }
  static int frozen(const SubmissionId& submission, const std::string& words) {
    return region::count("select count(*) from tenant.submission_box where submission_id = '" +
                         submission.text() + "' and text like '%" + words + "%'");
  }
};

TEST_F(WrittenForOneBoard, a_draft_is_in_no_copy_and_counts_for_nothing) {
  const auto before = returns::home_view(region::workspace_of("lead")).extras_done;
  const auto draft = residual(secret, false);
  const auto saved = save("contributor", draft);
  ASSERT_TRUE(saved.has_value()) << saved.problem().detail;
  const auto workspace = region::workspace_of("lead");
  const auto& board = lights(workspace);
  EXPECT_FALSE(board.side.residuals.contains(draft.key));
  EXPECT_EQ(board.drafts.residuals.at(draft.key).text, secret);
  EXPECT_EQ(board.drafts.residuals.at(draft.key).confirmed.by, "contributor");
  EXPECT_THAT(copy_of(workspace), ::testing::Not(HasSubstr(secret)));
  const auto shown = extra(returns::ExtraKind::residual);
  EXPECT_TRUE(shown.draft);
  EXPECT_FALSE(shown.done);
  EXPECT_EQ(shown.text, secret);
  EXPECT_EQ(returns::home_view(workspace).extras_done, before - 1);
  EXPECT_THAT(errors(delivery_region::lights().request), Contains(returns::draft_rule));
}

TEST_F(WrittenForOneBoard, a_confirmed_text_that_is_edited_waits_to_be_confirmed_again) {
  ASSERT_TRUE(save("lead", residual("What the board may read", true)).has_value());
  EXPECT_THAT(copy_of(region::workspace_of("lead")), HasSubstr("What the board may read"));
  ASSERT_TRUE(save("lead", residual(secret, false)).has_value());
  const auto edited = copy_of(region::workspace_of("lead"));
  EXPECT_THAT(edited, ::testing::Not(HasSubstr("What the board may read")));
  EXPECT_THAT(edited, ::testing::Not(HasSubstr(secret)));
  EXPECT_EQ(submit("edited").problem().code, ProblemCode::invalid);
  ASSERT_TRUE(save("lead", residual("What it may read now", true)).has_value());
  EXPECT_THAT(copy_of(region::workspace_of("lead")), HasSubstr("What it may read now"));
  EXPECT_THAT(errors(delivery_region::lights().request),
              ::testing::Not(Contains(returns::draft_rule)));
}

TEST_F(WrittenForOneBoard, a_note_that_no_board_demands_stops_its_copy_too_while_it_is_a_draft) {
  const auto others = errors(delivery_region::narrative().request);
  ASSERT_TRUE(save("lead", part(secret, false))->saved());
  EXPECT_THAT(errors(delivery_region::lights().request), Contains(returns::draft_rule));
  EXPECT_EQ(errors(delivery_region::narrative().request), others);
  const auto workspace = region::workspace_of("lead");
  EXPECT_EQ(returns::answer_state(workspace, "C1.1"), returns::AnswerState::drafted);
  const auto question = returns::question_view(workspace, "C1.1");
  ASSERT_TRUE(question.has_value());
  const auto place = std::find_if(question->local.begin(), question->local.end(),
                                  [](const auto& each) { return each.request == request(); });
  ASSERT_NE(place, question->local.end());
  EXPECT_TRUE(place->draft);
  EXPECT_EQ(place->answer.texts.describes, secret);
  const auto progress = returns::home_view(workspace).by_board;
  const auto waits = std::find_if(progress.begin(), progress.end(),
                                  [](const auto& each) { return each.request == request(); });
  EXPECT_FALSE(waits->ready);
  EXPECT_EQ(waits->extras_needed, 1);
  EXPECT_EQ(waits->answers_needed, 0);
  // Emptied, it is nothing, and nothing waits.
  ASSERT_TRUE(save("lead", part("", false))->saved());
  EXPECT_THAT(errors(delivery_region::lights().request),
              ::testing::Not(Contains(returns::draft_rule)));
}

TEST_F(WrittenForOneBoard, nothing_of_a_draft_is_frozen_and_what_is_confirmed_is) {
  ASSERT_TRUE(save("lead", part(secret, false))->saved());
  const auto refused = submit("with a draft");
  ASSERT_FALSE(refused.has_value());
  EXPECT_THAT(refused.problem().fields.at(0).message, HasSubstr("1 thing to put right"));
  ASSERT_TRUE(save("lead", part("Said for this board", true))->saved());
  const auto submitted = submit("without one");
  ASSERT_TRUE(submitted.has_value()) << submitted.problem().detail;
  EXPECT_EQ(frozen(submitted->submission, "Said for this board"), 1);
  EXPECT_EQ(frozen(submitted->submission, secret), 0);
  EXPECT_EQ(region::count("select count(*) from tenant.submission_text where text like '%" +
                          secret + "%'"),
            0);
  // What was sent stays as it was, whatever is drafted afterwards.
  ASSERT_TRUE(save("lead", part(secret, false))->saved());
  EXPECT_EQ(frozen(submitted->submission, "Said for this board"), 1);
  EXPECT_EQ(frozen(submitted->submission, secret), 0);
}

TEST_F(WrittenForOneBoard, a_decision_is_never_a_draft) {
  const auto workspace = region::workspace_of("lead");
  const auto copy = returns::preview_copy(workspace, lights(workspace));
  const auto words = std::find_if(copy.boxes.begin(), copy.boxes.end(), [](const auto& each) {
    return each.content == frameworks::BoxContent::describes_then_knows ||
           each.content == frameworks::BoxContent::evidence ||
           each.content == frameworks::BoxContent::describes;
  });
  ASSERT_NE(words, copy.boxes.end());
  returns::SaveBox command;
  command.request = request();
  command.kind = BoxKind::override_;
  command.key = words->box_no;
  command.text = "Said otherwise";
  command.reason = "The board asked us to.";
  command.confirm = false;
  const auto& versions = lights(workspace).box_versions;
  const auto at = versions.find(returns::box_version_key("override", words->box_no));
  command.base_version = at == versions.end() ? 0 : at->second;
  const auto saved = save("lead", command);
  ASSERT_TRUE(saved.has_value()) << saved.problem().detail;
  EXPECT_TRUE(lights(region::workspace_of("lead")).side.overrides.contains(words->box_no));
  EXPECT_THROW(Raw::superuser().run("update tenant.board_box set confirmed_at = null"
                                    " where kind = 'override'"),
               std::exception);
  ASSERT_TRUE(region::as("lead", [&](postgres::AgencyTx& tx) {
                return returns::clear_box(tx, request(), BoxKind::override_, words->box_no,
                                          saved->version);
              }).has_value());
}

TEST_F(WrittenForOneBoard, two_writers_meet_whether_confirmed_or_not) {
  const auto mine = residual("Mine", false);
  auto theirs = residual("Theirs", true);
  ASSERT_TRUE(save("lead", theirs).has_value());
  EXPECT_EQ(save("contributor", mine).problem().key, "stale-version");
  EXPECT_EQ(extra(returns::ExtraKind::residual).text, "Theirs");
  EXPECT_EQ(extra(returns::ExtraKind::residual).by, "lead");
}

TEST_F(WrittenForOneBoard, every_version_is_kept_and_an_earlier_one_comes_back_as_a_draft) {
  ASSERT_TRUE(save("lead", residual("First words", true)).has_value());
  const auto key = residual("", true).key;
  const auto first = residual("", true).base_version;
  ASSERT_TRUE(save("contributor", residual("Second words", false)).has_value());
  const auto history_as = [&](const std::string& who) {
    return region::as(who, [&](postgres::AgencyTx& tx) {
      return returns::box_history(tx, request(), BoxKind::residual, key);
    });
  };
  const auto history = history_as("lead");
  ASSERT_TRUE(history.has_value());
  ASSERT_GE(history->size(), 2U);
  EXPECT_EQ(history->at(0).text, "Second words");
  EXPECT_FALSE(history->at(0).confirmed);
  EXPECT_EQ(history->at(0).by, "contributor");
  EXPECT_EQ(history->at(1).text, "First words");
  EXPECT_TRUE(history->at(1).confirmed);
  const auto back = returns::restore(*history, first, request(), BoxKind::residual, key);
  ASSERT_TRUE(back.has_value());
  ASSERT_TRUE(save("lead", *back).has_value());
  EXPECT_EQ(extra(returns::ExtraKind::residual).text, "First words");
  EXPECT_TRUE(extra(returns::ExtraKind::residual).draft);
  EXPECT_EQ(history_as("lead")->size(), history->size() + 1);
  EXPECT_FALSE(returns::restore(*history, 9999, request(), BoxKind::residual, key).has_value());
  EXPECT_EQ(history_as("other lead").problem().code, ProblemCode::not_found);
}

TEST_F(WrittenForOneBoard, the_words_beside_an_answer_have_a_history_of_their_own) {
  ASSERT_TRUE(save("lead", part("One way", true))->saved());
  ASSERT_TRUE(save("lead", part("Another way", false))->saved());
  const auto history_as = [&](const std::string& who) {
    return region::as(who, [&](postgres::AgencyTx& tx) {
      return returns::board_answer_history(tx, request(), "C1.1");
    });
  };
  const auto history = history_as("contributor");
  ASSERT_TRUE(history.has_value());
  EXPECT_EQ(history->at(0).texts.describes, "Another way");
  EXPECT_FALSE(history->at(0).confirmed);
  EXPECT_TRUE(history->at(1).confirmed);
  const auto back = returns::restore(*history, history->at(1).version, request(), "C1.1");
  ASSERT_TRUE(back.has_value());
  ASSERT_TRUE(save("lead", *back)->saved());
  EXPECT_EQ(lights(region::workspace_of("lead")).drafts.parts.at("C1.1").texts.describes,
            "One way");
  EXPECT_EQ(history_as("other lead").problem().code, ProblemCode::not_found);
}

TEST_F(WrittenForOneBoard, no_board_and_no_delivery_reads_a_draft_or_that_there_is_one) {
  ASSERT_TRUE(save("lead", part(secret, false))->saved());
  for (const std::string table :
       {"board_answer", "board_answer_version", "board_box", "board_box_version"}) {
    for (const std::string scope :
         {"scope_board", "scope_delivery", "scope_share", "scope_sight"}) {
      EXPECT_EQ(region::count("select has_any_column_privilege('" + scope + "', 'tenant." + table +
                              "', 'select, insert, update')::int"),
                0)
          << scope << " and " << table;
    }
  }
  ASSERT_TRUE(save("lead", part("", true))->saved());
}

}  // namespace
}  // namespace onereturn::testing
