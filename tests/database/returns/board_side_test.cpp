// Words for one board, boxes, promises, explanations, actions and evidence: each from both sides.

#include <algorithm>

#include <gtest/gtest.h>

#include "domain/evidence/keep_evidence.hpp"
#include "domain/returns/board_view.hpp"
#include "domain/returns/commitments.hpp"
#include "domain/returns/save_box.hpp"
#include "support/returns_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = returns_region;
using returns::BoxKind;

class BoardSide : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }

  static RequestId request() { return RequestId(delivery_region::lights().request); }
  static const returns::Engaged& lights(const returns::Workspace& workspace) {
    return *workspace.find(request());
  }
  static std::string a_residual() {
    const auto workspace = region::workspace_of("lead");
    for (const auto& extra : returns::extras_of(workspace, lights(workspace))) {
      if (extra.kind == returns::ExtraKind::residual) return extra.key;
    }
    return {};
  }
  static returns::SaveBox box(BoxKind kind, const std::string& key, int version = 0) {
    returns::SaveBox command;
    command.request = request();
    command.kind = kind;
    command.key = key;
    command.base_version = version;
    return command;
  }
  static Result<returns::SavedBox> save(const std::string& who, const returns::SaveBox& command) {
    return region::as(
        who, [&](postgres::AgencyTx& tx) { return returns::save_box(tx, command, region::today); });
  }
  static returns::WriteCommitment words() {
    returns::WriteCommitment words;
    words.what = "Train every supervisor";
    words.lead = "Dee";
    words.by_on = Date{std::chrono::year{2027}, std::chrono::June, std::chrono::day{30}};
    words.subjects = {{"C1.1", {}, ""}};
    return words;
  }
};

TEST_F(BoardSide, a_residual_is_saved_for_that_board_alone) {
  const auto key = a_residual();
  ASSERT_FALSE(key.empty());
  auto command = box(BoxKind::residual, key);
  command.text = "Only Eldervale reads this";
  command.level = 2;
  const auto saved = save("lead", command);
  ASSERT_TRUE(saved.has_value()) << saved.problem().detail;
  const auto workspace = region::workspace_of("lead");
  for (const auto& board : workspace.boards) {
    EXPECT_EQ(board.side.residuals.contains(key), board.request == request());
  }
  EXPECT_EQ(lights(workspace).box_versions.at(returns::box_version_key("residual", key)), 1);
  EXPECT_EQ(save("lead", command).problem().key, "stale-version");
  command.base_version = 1;
  EXPECT_EQ(save("other lead", command).problem().code, ProblemCode::not_found);
  EXPECT_EQ(save("authoriser", command).problem().code, ProblemCode::forbidden);
  EXPECT_EQ(save("lead", box(BoxKind::residual, "no such item")).problem().code,
            ProblemCode::not_found);
}

TEST_F(BoardSide, a_choice_is_among_the_points_that_the_answers_allow) {
  auto workspace = region::workspace_of("lead");
  const auto copy = returns::preview_copy(workspace, lights(workspace));
  const auto rating = std::find_if(copy.boxes.begin(), copy.boxes.end(), [](const auto& each) {
    return each.content == frameworks::BoxContent::rating;
  });
  ASSERT_NE(rating, copy.boxes.end());
  auto command = box(BoxKind::choice, rating->box_no);
  command.point = "a point of nobody's";
  EXPECT_EQ(save("lead", command).problem().fields.at(0).field, "point");
  EXPECT_EQ(save("contributor", command).problem().code, ProblemCode::forbidden);
}

TEST_F(BoardSide, an_override_needs_its_reason_and_can_be_taken_back) {
  auto workspace = region::workspace_of("lead");
  const auto copy = returns::preview_copy(workspace, lights(workspace));
  const auto words_box = std::find_if(copy.boxes.begin(), copy.boxes.end(), [](const auto& each) {
    return each.content == frameworks::BoxContent::describes_then_knows ||
           each.content == frameworks::BoxContent::evidence ||
           each.content == frameworks::BoxContent::describes;
  });
  ASSERT_NE(words_box, copy.boxes.end());
  auto command = box(BoxKind::override_, words_box->box_no);
  command.text = "Said otherwise, for this board";
  EXPECT_EQ(save("lead", command).problem().fields.at(0).field, "reason");
  command.reason = "The board asked us to.";
  ASSERT_TRUE(save("lead", command).has_value());
  workspace = region::workspace_of("lead");
  EXPECT_TRUE(lights(workspace).side.overrides.contains(words_box->box_no));
  const auto back = region::as("lead", [&](postgres::AgencyTx& tx) {
    return returns::clear_box(tx, request(), BoxKind::override_, words_box->box_no, 1);
  });
  ASSERT_TRUE(back.has_value());
  workspace = region::workspace_of("lead");
  EXPECT_FALSE(lights(workspace).side.overrides.contains(words_box->box_no));
}

TEST_F(BoardSide, words_beside_an_answer_reach_one_board_and_conflict_like_answers) {
  returns::SaveBoardAnswer command;
  command.request = request();
  command.requirement = "C1.1";
  command.texts.describes = "What is particular to Eldervale";
  const auto save_as = [&](const std::string& who) {
    return region::as(
        who, [&](postgres::AgencyTx& tx) { return returns::save_board_answer(tx, command); });
  };
  ASSERT_TRUE(save_as("lead")->saved());
  const auto overtaken = save_as("contributor");
  ASSERT_TRUE(overtaken.has_value());
  ASSERT_FALSE(overtaken->saved());
  EXPECT_EQ(overtaken->conflict->answer.texts.describes, "What is particular to Eldervale");
  EXPECT_EQ(overtaken->conflict->by, "lead");
  EXPECT_EQ(save_as("other lead").problem().code, ProblemCode::not_found);
  const auto workspace = region::workspace_of("lead");
  for (const auto& board : workspace.boards) {
    EXPECT_EQ(board.side.parts.contains("C1.1"), board.request == request());
  }
}

TEST_F(BoardSide, promises_and_explanations_are_kept_with_the_request) {
  const auto workspace = region::workspace_of("lead");
  const auto box_no = lights(workspace).form->sections.front().items.front().boxes.front().box_no;
  const auto promise = [&](const std::string& who, int day) {
    return region::as(who, [&](postgres::AgencyTx& tx) {
      return returns::promise(tx, request(), box_no,
                              Date{std::chrono::year{2027}, std::chrono::March,
                                   std::chrono::day{static_cast<unsigned>(day)}},
                              "Marcus Venn", region::today);
    });
  };
  EXPECT_EQ(promise("lead", 16).problem().fields.at(0).field, "by_on");
  EXPECT_TRUE(promise("lead", 30).has_value());
  EXPECT_TRUE(promise("lead", 31).has_value());
  EXPECT_EQ(promise("other lead", 30).problem().code, ProblemCode::not_found);
  ASSERT_TRUE(region::as("lead", [&](postgres::AgencyTx& tx) {
                return returns::explain(tx, request(), "no-knows:C1.1", "It is new.");
              }).has_value());
  const auto after = region::workspace_of("lead");
  EXPECT_EQ(lights(after).side.promises.at(box_no).by_whom, "Marcus Venn");
  EXPECT_EQ(lights(after).side.explanations.at("no-knows:C1.1"), "It is new.");
  ASSERT_TRUE(region::as("lead", [&](postgres::AgencyTx& tx) {
                return returns::withdraw_promise(tx, request(), box_no);
              }).has_value());
  EXPECT_TRUE(lights(region::workspace_of("lead")).side.promises.empty());
}

TEST_F(BoardSide, an_action_is_for_all_boards_or_for_one) {
  const auto add = [&](const std::string& who, const returns::WriteCommitment& each) {
    return region::as(who,
                      [&](postgres::AgencyTx& tx) { return returns::add_commitment(tx, each); });
  };
  const auto common = add("lead", words());
  ASSERT_TRUE(common.has_value()) << common.problem().detail;
  auto one = words();
  one.subjects = {{"C1.1", request(), ""}};
  ASSERT_TRUE(add("contributor", one).has_value());
  auto unknown = words();
  unknown.subjects = {{"C9.99", {}, ""}};
  EXPECT_EQ(add("lead", unknown).problem().code, ProblemCode::not_found);
  EXPECT_EQ(add("other lead", one).problem().code, ProblemCode::not_found);
  auto nothing = words();
  nothing.what = "";
  nothing.by_on.reset();
  EXPECT_EQ(add("lead", nothing).problem().fields.size(), 2U);
  const auto workspace = region::workspace_of("lead");
  EXPECT_EQ(workspace.common.commitments.size(), 1U);
  EXPECT_EQ(lights(workspace).side.commitments.size(), 1U);

  auto changed = words();
  changed.what = "Train every supervisor twice";
  const auto change = [&](const std::string& who) {
    return region::as(who, [&](postgres::AgencyTx& tx) {
      return returns::change_commitment(tx, *common, changed);
    });
  };
  EXPECT_TRUE(change("lead").has_value());
  EXPECT_EQ(change("other lead").problem().code, ProblemCode::not_found);
  const auto remove = [&](const std::string& who) {
    return region::as(
        who, [&](postgres::AgencyTx& tx) { return returns::remove_commitment(tx, *common); });
  };
  EXPECT_EQ(remove("other lead").problem().code, ProblemCode::not_found);
  EXPECT_TRUE(remove("lead").has_value());
  EXPECT_TRUE(region::workspace_of("lead").common.commitments.empty());
}

TEST_F(BoardSide, evidence_is_opened_to_the_boards_ticked_and_to_no_other) {
  evidence::WriteEvidence piece;
  piece.title = "Complaints log";
  piece.kept_where = "Room 2.14";
  piece.requirements = {"C2.2"};
  piece.boards = {BoardId(delivery_region::lights().party)};
  const auto added =
      region::as("lead", [&](postgres::AgencyTx& tx) { return evidence::add_evidence(tx, piece); });
  ASSERT_TRUE(added.has_value()) << added.problem().detail;
  auto workspace = region::workspace_of("lead");
  for (const auto& board : workspace.boards) {
    EXPECT_EQ(board.side.evidence.size(), board.request == request() ? 1U : 0U);
  }
  const auto grant = [&](const std::string& who, std::vector<BoardId> boards) {
    return region::as(
        who, [&](postgres::AgencyTx& tx) { return evidence::grant_evidence(tx, *added, boards); });
  };
  EXPECT_EQ(grant("other lead", {}).problem().code, ProblemCode::not_found);
  EXPECT_EQ(grant("lead", {BoardId::random()}).problem().code, ProblemCode::not_found);
  EXPECT_TRUE(grant("lead", {}).has_value());
  workspace = region::workspace_of("lead");
  EXPECT_TRUE(lights(workspace).side.evidence.empty());
  EXPECT_TRUE(grant("lead", piece.boards).has_value());
  EXPECT_EQ(lights(region::workspace_of("lead")).side.evidence.size(), 1U);
  EXPECT_TRUE(region::workspace_of("other lead").evidence.empty());
}

TEST_F(BoardSide, evidence_is_cited_and_changed_by_its_agency_alone) {
  evidence::WriteEvidence piece;
  piece.title = "Training register";
  piece.kept_where = "Training office";
  const auto added =
      region::as("lead", [&](postgres::AgencyTx& tx) { return evidence::add_evidence(tx, piece); });
  ASSERT_TRUE(added.has_value());
  const auto cited = [&] {
    const auto workspace = region::workspace_of("lead");
    const auto kept = std::find_if(workspace.evidence.begin(), workspace.evidence.end(),
                                   [&](const auto& each) { return each.evidence == *added; });
    return kept->title + ":" + std::to_string(kept->requirements.count("C2.3"));
  };
  const auto cite = [&](const std::string& who, const std::string& requirement) {
    return region::as(who, [&](postgres::AgencyTx& tx) {
      return evidence::cite_evidence(tx, *added, std::nullopt, requirement);
    });
  };
  EXPECT_EQ(cite("other lead", "C2.3").problem().code, ProblemCode::not_found);
  EXPECT_EQ(cite("lead", "C9.99").problem().code, ProblemCode::not_found);
  ASSERT_TRUE(cite("lead", "C2.3").has_value());
  ASSERT_TRUE(cite("lead", "C2.3").has_value());
  EXPECT_EQ(cited(), "Training register:1");
  const auto stop = [&](const std::string& who) {
    return region::as(who, [&](postgres::AgencyTx& tx) {
      return evidence::stop_citing(tx, *added, std::nullopt, "C2.3");
    });
  };
  EXPECT_EQ(stop("other lead").problem().code, ProblemCode::not_found);
  ASSERT_TRUE(stop("lead").has_value());
  EXPECT_EQ(cited(), "Training register:0");
  piece.title = "Training register of 2026";
  const auto change = [&](const std::string& who) {
    return region::as(
        who, [&](postgres::AgencyTx& tx) { return evidence::change_evidence(tx, *added, piece); });
  };
  EXPECT_EQ(change("other lead").problem().code, ProblemCode::not_found);
  ASSERT_TRUE(change("contributor").has_value());
  EXPECT_EQ(cited(), "Training register of 2026:0");
}

TEST_F(BoardSide, evidence_that_other_parts_of_the_agency_use_is_changed_by_the_whole_alone) {
  const std::string centre = "a1000000-0000-4000-8000-0000000000c2";
  const std::string membership = "e1000000-0000-4000-8000-0000000000c2";
  auto owner = Raw::superuser();
  const auto person = owner.one("select person_id from identity.membership where party_id = '" +
                                delivery_region::agency + "' limit 1");
  owner.run("insert into tenant.unit (tenant_id, unit_id, parent_unit_id, name) values ('" +
            delivery_region::agency + "', '" + centre + "', '" + delivery_region::agency +
            "', 'A centre')");
  owner.run("select operator.add_membership('" + membership + "', '" + person + "', '" +
            delivery_region::agency + "', '" + centre + "', 'contributor', '')");
  owner.run("select operator.issue_session(sha256('centre'::bytea), '" + person + "', '" +
            membership + "', 'bearer', '1 day')");
  const auto add = [&](const std::string& who) {
    evidence::WriteEvidence piece;
    piece.title = "Rota";
    piece.kept_where = "Front desk";
    piece.requirements = {"C2.3"};
    return *region::as(who,
                       [&](postgres::AgencyTx& tx) { return evidence::add_evidence(tx, piece); });
  };
  const auto open_to_all = [&](const std::string& who, const EvidenceId& piece) {
    return region::as(who, [&](postgres::AgencyTx& tx) {
      return evidence::grant_evidence(tx, piece, {BoardId(delivery_region::lights().party)});
    });
  };
  const auto of_the_whole = add("lead");
  EXPECT_EQ(open_to_all("centre", of_the_whole).problem().code, ProblemCode::forbidden);
  const auto own = add("centre");
  EXPECT_TRUE(open_to_all("centre", own).has_value());
  ASSERT_TRUE(region::as("lead", [&](postgres::AgencyTx& tx) {
                return evidence::cite_evidence(tx, own, std::nullopt, "C2.3");
              }).has_value());
  EXPECT_EQ(open_to_all("centre", own).problem().code, ProblemCode::forbidden);
  EXPECT_TRUE(region::as("lead", [&](postgres::AgencyTx& tx) {
                return evidence::grant_evidence(tx, own, {});
              }).has_value());
}

}  // namespace
}  // namespace onereturn::testing
