// A chair's pack: reports and delivered returns in one document, as they stand, frozen when it is
// finished.

#include <set>

#include <gmock/gmock.h>

#include "domain/fan_out/read_received_return.hpp"
#include "domain/reporting/return_document.hpp"
#include "domain/reports/edit_report.hpp"
#include "domain/reports/finish_report.hpp"
#include "domain/reports/make_report.hpp"
#include "domain/reports/report_store.hpp"
#include "reports_region.hpp"

namespace onereturn::reports {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::SizeIs;
namespace region = testing::reports_region;

Subject of_pack(std::vector<ReportId> papers, std::vector<ReturnId> returns) {
  auto subject = region::of_exercise();
  subject.kind = Kind::pack;
  subject.papers = std::move(papers);
  subject.returns = std::move(returns);
  return subject;
}

template <class Kind>
std::vector<Kind> all_of(const std::vector<documents::Block>& blocks) {
  std::vector<Kind> found;
  for (const auto& block : blocks) {
    if (const auto* one = std::get_if<Kind>(&block)) found.push_back(*one);
  }
  return found;
}

std::vector<documents::Block> facts_of(const ReportId& id) {
  return region::opened(id).version.facts;
}

class Packs : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }
  void SetUp() override { region::empty(); }

  static Result<ReportId> try_to_make(const std::string& who, const Subject& subject) {
    return region::as(who, [&](postgres::BoardTx& tx) {
      return make_report(tx, {ReportId::random(), subject, region::drafting});
    });
  }
  static Result<Done> again(const ReportId& id) {
    return region::as(region::manager(),
                      [&](postgres::BoardTx& tx) { return draft_again(tx, id, region::drafting); });
  }
};

TEST_F(Packs, name_each_paper_with_its_standing_and_lead_to_it) {
  const auto march = region::made(region::of_march());
  region::finished(march);
  const auto facts = facts_of(region::made(of_pack({march}, {region::released_return()})));
  const auto contents = all_of<documents::Contents>(facts);
  ASSERT_THAT(contents, SizeIs(1));
  ASSERT_THAT(contents[0].lines, SizeIs(2));
  EXPECT_EQ(contents[0].lines[0].more,
            "To note. Finished on 16 March 2027. " +
                ("Report " + std::to_string(region::opened(march).report.number)) + ", version 1.");
  EXPECT_TRUE(contents[0].lines[1].more.starts_with("For reference. Version 1. Return "));
  std::set<std::string> anchors;
  for (const auto& heading : all_of<documents::Heading>(facts)) {
    EXPECT_GE(heading.level, 2);
    EXPECT_LE(heading.level, 4);
    if (!heading.anchor.empty()) {
      EXPECT_TRUE(anchors.insert(heading.anchor).second) << heading.anchor;
    }
  }
  for (const auto& line : contents[0].lines)
    EXPECT_THAT(anchors, Contains(line.anchor));
  EXPECT_THAT(all_of<documents::PageBreak>(facts), SizeIs(2));
}

TEST_F(Packs, hold_every_block_of_a_return_as_it_stands) {
  const auto copy = region::as(region::manager(), [](postgres::BoardTx& tx) {
    return fan_out::read_received_return(tx, region::released_return());
  });
  const auto document = reporting::return_document(*copy, {});
  const auto facts = facts_of(region::made(of_pack({}, {region::released_return()})));
  EXPECT_EQ(all_of<documents::Table>(facts), all_of<documents::Table>(document.blocks));
  const auto signs = all_of<documents::SignOffs>(facts);
  const auto signed_by = all_of<documents::SignOffs>(document.blocks);
  ASSERT_FALSE(signed_by.empty());
  EXPECT_EQ(signs.back(), signed_by.back()) << "who signed it is in the pack";
}

TEST_F(Packs, hold_who_signed_their_papers) {
  const auto march = region::made(region::of_march());
  region::finished(march);
  Signature jo;
  jo.role = "Chair";
  jo.name = "Jo Marsh";
  jo.on = *parse_date("2027-03-16");
  ASSERT_TRUE(region::as(region::manager(), [&](postgres::BoardTx& tx) {
    return sign_report(tx, march, 1, jo, region::now);
  }));
  const auto signs = all_of<documents::SignOffs>(facts_of(region::made(of_pack({march}, {}))));
  EXPECT_EQ(signs.back(), (documents::SignOffs{{{"Chair", "Jo Marsh", "16 March 2027"}}}));
}

TEST_F(Packs, are_drawn_again_until_they_are_finished_and_then_stay) {
  const auto march = region::made(region::of_march());
  const auto pack = region::made(of_pack({march}, {region::released_return()}));
  const auto standing = [&] {
    return all_of<documents::Contents>(facts_of(pack))[0].lines[0].more;
  };
  EXPECT_TRUE(standing().starts_with("To note. Draft 1."));
  region::finished(march);
  EXPECT_TRUE(standing().starts_with("To note. Draft 1.")) << "nobody has drawn it again";
  ASSERT_TRUE(again(pack));
  EXPECT_TRUE(standing().starts_with("To note. Finished on 16 March 2027."));
  region::finished(pack);
  const auto before = facts_of(pack);
  EXPECT_EQ(again(pack).problem().code, ProblemCode::conflict);
  EXPECT_EQ(facts_of(pack), before);
}

TEST_F(Packs, of_a_return_are_read_by_whoever_sent_it_in_their_trail) {
  const auto opened = [] {
    return region::count(
        "select count(*) from tenant.audit_entry where what = 'return.opened' and subject_ref = '" +
        region::released_return().text() + "'");
  };
  const int before = opened();
  region::made(of_pack({}, {region::released_return()}));
  EXPECT_EQ(opened(), before + 1);
}

TEST_F(Packs, have_no_return_of_another_board_and_none_without_a_paper) {
  const auto other = of_pack({}, {region::released_return()});
  EXPECT_EQ(try_to_make(region::other_manager(), other).problem().code, ProblemCode::not_found);
  EXPECT_EQ(try_to_make(region::manager(), of_pack({}, {ReturnId::random()})).problem().code,
            ProblemCode::not_found);
  const auto nothing = try_to_make(region::manager(), of_pack({}, {}));
  ASSERT_EQ(nothing.problem().fields.size(), 1U);
  EXPECT_EQ(nothing.problem().fields[0].field, "papers");
  EXPECT_EQ(region::count("select count(*) from tenant.report_return"), 0);
}

TEST_F(Packs, are_chosen_from_what_was_delivered_to_this_board) {
  const auto delivered = [](const std::string& who) {
    return region::as(who, [](postgres::BoardTx& tx) {
      return Result<std::vector<DeliveredChoice>>(delivered_returns(tx));
    });
  };
  const auto own = delivered(region::manager());
  ASSERT_THAT(*own, SizeIs(1));
  EXPECT_EQ(own->front().id, region::released_return());
  EXPECT_FALSE(own->front().organisation.empty() || own->front().title.empty());
  EXPECT_THAT(*delivered(region::other_manager()), IsEmpty());
}

TEST_F(Packs, keep_pictures_of_their_papers_letter_for_letter) {
  const auto overview = region::made(region::of_exercise());
  const auto pictures = all_of<documents::Picture>(facts_of(overview));
  ASSERT_GE(pictures.size(), 4U);
  EXPECT_EQ(all_of<documents::Picture>(facts_of(region::made(of_pack({overview}, {})))), pictures);
}

}  // namespace
}  // namespace onereturn::reports
