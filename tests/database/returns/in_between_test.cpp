// What is asked in between writes to the tables: evidence in a box of one board's own form, and a
// promise for several boxes at once; each from both sides.

#include <algorithm>

#include <gtest/gtest.h>

#include "domain/evidence/cite_in_form.hpp"
#include "domain/evidence/keep_evidence.hpp"
#include "domain/returns/promised.hpp"
#include "support/returns_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = returns_region;

class InBetween : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }

  static RequestId request() { return RequestId(delivery_region::lights().request); }
  static BoardId board() { return BoardId(delivery_region::lights().party); }
  static const returns::Engaged& lights(const returns::Workspace& workspace) {
    return *workspace.find(request());
  }
  static Result<Done> cite(const std::string& who, const EvidenceId& evidence,
                           const evidence::FormPlace& place) {
    return region::as(
        who, [&](postgres::AgencyTx& tx) { return evidence::cite_in_form(tx, evidence, place); });
  }
};

TEST_F(InBetween, evidence_stands_in_a_box_of_its_agencys_own_request) {
  evidence::WriteEvidence piece;
  piece.title = "Minutes";
  piece.kept_where = "School office";
  const auto added =
      region::as("lead", [&](postgres::AgencyTx& tx) { return evidence::add_evidence(tx, piece); });
  ASSERT_TRUE(added.has_value());
  const evidence::FormPlace place{region::unit, request(), board(), "1.evidence"};
  EXPECT_EQ(cite("authoriser", *added, place).problem().code, ProblemCode::forbidden);
  EXPECT_EQ(cite("other lead", *added, place).problem().code, ProblemCode::not_found);
  auto foreign = place;
  foreign.request = RequestId("00000000-0000-8000-8000-00000000dead");
  EXPECT_EQ(cite("lead", *added, foreign).problem().code, ProblemCode::not_found);
  ASSERT_TRUE(cite("lead", *added, place).has_value());
  ASSERT_TRUE(cite("contributor", *added, place).has_value()) << "cited there already";
  const auto workspace = region::workspace_of("lead");
  const auto kept = std::find_if(workspace.evidence.begin(), workspace.evidence.end(),
                                 [&](const auto& each) { return each.evidence == *added; });
  ASSERT_NE(kept, workspace.evidence.end());
  EXPECT_EQ(kept->boxes, (std::set<std::pair<RequestId, std::string>>{{request(), "1.evidence"}}));
  EXPECT_TRUE(region::workspace_of("other lead").evidence.empty());
}

TEST_F(InBetween, a_promise_is_kept_for_every_box_or_for_none) {
  auto workspace = region::workspace_of("lead");
  const auto& asked = lights(workspace).asked.front();
  const auto view = returns::promise_view(
      workspace, lights(workspace),
      {returns::PromiseSubject::Kind::requirement, *asked.requirements.begin()});
  ASSERT_TRUE(view.has_value());
  const auto by = Date{std::chrono::year{2027}, std::chrono::April, std::chrono::day{30}};
  const auto promise = [&](const std::string& who, const returns::PromiseView& boxes) {
    return region::as(who, [&](postgres::AgencyTx& tx) {
      return returns::promise_boxes(tx, request(), boxes, by, "Marcus Venn", region::today);
    });
  };
  auto with_a_wrong_one = *view;
  with_a_wrong_one.boxes.push_back({"no such box", "", ""});
  EXPECT_EQ(promise("lead", with_a_wrong_one).problem().code, ProblemCode::not_found);
  EXPECT_TRUE(lights(region::workspace_of("lead")).side.promises.empty()) << "rolled back";
  EXPECT_EQ(promise("authoriser", *view).problem().code, ProblemCode::forbidden);
  EXPECT_EQ(promise("other lead", *view).problem().code, ProblemCode::not_found);
  ASSERT_TRUE(promise("contributor", *view).has_value());
  workspace = region::workspace_of("lead");
  EXPECT_EQ(lights(workspace).side.promises.size(), view->boxes.size());
  const auto withdraw = [&](const std::string& who) {
    return region::as(who, [&](postgres::AgencyTx& tx) {
      return returns::withdraw_promises(tx, request(), *view);
    });
  };
  EXPECT_EQ(withdraw("other lead").problem().code, ProblemCode::not_found);
  ASSERT_TRUE(withdraw("lead").has_value());
  EXPECT_TRUE(lights(region::workspace_of("lead")).side.promises.empty());
}

}  // namespace
}  // namespace onereturn::testing
