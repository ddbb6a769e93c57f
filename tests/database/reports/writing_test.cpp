// A report is drafted from the records, written by people who may come in each other's way, and
// drafted again without a typed word lost.

#include <gmock/gmock.h>

#include "domain/reports/edit_report.hpp"
#include "domain/reports/finish_report.hpp"
#include "domain/reports/make_report.hpp"
#include "domain/reports/read_report.hpp"
#include "reports_region.hpp"

namespace onereturn::reports {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::Raw;
using ::testing::SizeIs;
namespace region = testing::reports_region;

class Writing : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }
  void SetUp() override { region::empty(); }

  static Result<SavedSection> save(const std::string& who, const ReportId& id,
                                   const std::string& key, int base, const std::string& words,
                                   int version = 1) {
    return region::as(who, [&](postgres::BoardTx& tx) {
      return save_section(tx, {id, version, key, base, words, region::now});
    });
  }
  static Result<Done> again(const std::string& who, const ReportId& id) {
    return region::as(who,
                      [&](postgres::BoardTx& tx) { return draft_again(tx, id, region::drafting); });
  }
  static std::string key_of(const ReportId& id) {
    return region::opened(id).version.sections.front().key;
  }
};

TEST_F(Writing, begins_with_what_the_records_say_of_each_kind) {
  for (const auto& subject :
       {region::of_organisation(), region::of_exercise(), region::of_march()}) {
    const auto open = region::opened(region::made(subject));
    EXPECT_THAT(open.report.title, Not(IsEmpty()));
    EXPECT_THAT(open.report.about, Not(IsEmpty()));
    EXPECT_THAT(open.version.sections, Not(IsEmpty())) << to_string(subject.kind);
    EXPECT_EQ(open.version.number, 1);
    EXPECT_FALSE(open.version.finished);
  }
  EXPECT_EQ(region::count("select max(report_no) from tenant.report"), 3);
}

TEST_F(Writing, makes_one_report_of_a_form_that_is_sent_twice) {
  const auto id = ReportId::random();
  for (int time = 0; time < 2; ++time) {
    const auto made = region::as(region::manager(), [&](postgres::BoardTx& tx) {
      return make_report(tx, {id, region::of_march(), region::drafting});
    });
    ASSERT_TRUE(made);
    EXPECT_EQ(*made, id);
  }
  EXPECT_EQ(region::count("select count(*) from tenant.report"), 1);
}

TEST_F(Writing, refuses_what_is_not_there_and_whoever_may_not) {
  auto subject = region::of_organisation();
  subject.of_return = ReturnId::random();
  const auto make = [&](const std::string& who) {
    return region::as(who, [&](postgres::BoardTx& tx) {
      return make_report(tx, {ReportId::random(), subject, region::drafting});
    });
  };
  EXPECT_EQ(make(region::manager()).problem().code, ProblemCode::not_found);
  EXPECT_EQ(make("chair").problem().code, ProblemCode::forbidden);
  subject = region::of_organisation();
  EXPECT_EQ(make(region::other_manager()).problem().code, ProblemCode::not_found)
      << "another board's return is not there";
  subject = region::of_march();
  subject.to = parse_date("2027-02-01");
  const auto refused = make(region::manager());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problem().fields.front().field, "to");
}

TEST_F(Writing, keeps_what_somebody_types_as_the_next_save) {
  const auto id = region::made(region::of_march());
  const auto key = key_of(id);
  const auto drafted = region::opened(id).version.sections.front().words;
  const auto first = save("assistant", id, key, 0, "Our words\n\n- one\n");
  ASSERT_TRUE(first);
  EXPECT_EQ(first->save, 1);
  const auto open = region::opened(id);
  EXPECT_EQ(open.version.sections.front().words, "Our words\n\n- one");
  EXPECT_EQ(open.version.sections.front().drafted, drafted);
  EXPECT_EQ(open.version.sections.front().by_name, "assistant");
  EXPECT_EQ(open.version.saves, 1);
  EXPECT_EQ(save("assistant", id, key, 1, "Our words\n\n- one")->save, 1) << "nothing new";
  EXPECT_EQ(region::count("select count(*) from tenant.report_section"), 1);
}

TEST_F(Writing, hands_the_others_words_to_whoever_was_overtaken_and_keeps_both) {
  const auto id = region::made(region::of_march());
  const auto key = key_of(id);
  ASSERT_TRUE(save("assistant", id, key, 0, "Theirs"));
  const auto late = save(region::manager(), id, key, 0, "Mine");
  ASSERT_TRUE(late);
  ASSERT_TRUE(late->overtaken);
  EXPECT_EQ(late->overtaken->words, "Theirs");
  EXPECT_EQ(late->overtaken->by_name, "assistant");
  EXPECT_EQ(region::opened(id).version.sections.front().words, "Theirs");
  const auto both = save(region::manager(), id, key, late->save, "Mine\n\nTheirs");
  ASSERT_TRUE(both);
  EXPECT_FALSE(both->overtaken);
  EXPECT_EQ(region::count("select count(*) from tenant.report_section"), 2) << "nothing is lost";
}

TEST_F(Writing, refuses_a_text_that_is_too_long_a_section_that_is_not_there_and_others) {
  const auto id = region::made(region::of_march());
  const auto key = key_of(id);
  EXPECT_TRUE(save(region::manager(), id, key, 0, std::string(40'000, 'a')));
  const auto long_one = save(region::manager(), id, key, 1, std::string(40'001, 'a'));
  ASSERT_FALSE(long_one);
  EXPECT_EQ(long_one.problem().fields.front().field, "words");
  EXPECT_EQ(save(region::manager(), id, "nothing", 0, "x").problem().code, ProblemCode::not_found);
  EXPECT_EQ(save(region::manager(), id, key, 0, "x", 2).problem().code, ProblemCode::not_found);
  EXPECT_EQ(save("chair", id, key, 1, "x").problem().code, ProblemCode::forbidden);
  EXPECT_EQ(save(region::other_manager(), id, key, 1, "x").problem().code, ProblemCode::not_found);
}

TEST_F(Writing, drafts_again_and_leaves_every_typed_word) {
  const auto id = region::made(region::of_march());
  const auto before = region::opened(id).version;
  const auto key = before.sections.front().key;
  ASSERT_TRUE(save(region::manager(), id, key, 0, "Typed"));
  Raw::superuser().run("update tenant.report_draft set drafted = '[{\"key\": \"" + key +
                       "\", \"heading\": \"Old\", \"text\": \"Old\"}]', facts = '[]'");
  ASSERT_TRUE(again(region::manager(), id));
  const auto after = region::opened(id).version;
  EXPECT_EQ(after.sections.size(), before.sections.size());
  EXPECT_EQ(after.sections.front().words, "Typed");
  EXPECT_EQ(after.sections.front().drafted, before.sections.front().drafted);
  EXPECT_EQ(after.facts, before.facts) << "read back as they were written";
  EXPECT_EQ(again("chair", id).problem().code, ProblemCode::forbidden);
  EXPECT_EQ(again(region::other_manager(), id).problem().code, ProblemCode::not_found);
}

TEST_F(Writing, lifts_numbered_conclusions_with_a_link_back) {
  const auto organisation = region::made(region::of_organisation());
  const auto overview = region::made(region::of_exercise());
  EXPECT_THAT(region::opened(overview).conclusions, IsEmpty()) << "of a draft nothing is lifted";
  region::finished(organisation);
  const auto there = region::opened(overview).conclusions;
  ASSERT_THAT(there, SizeIs(4)) << "two conclusions, two recommendations";
  EXPECT_EQ(there.front().words, "First of conclusions");
  EXPECT_FALSE(there.front().lifted);
  const auto lift = [&](const std::vector<Conclusion>& chosen) {
    return region::as(region::manager(), [&](postgres::BoardTx& tx) {
      return lift_conclusions(tx, overview, chosen, region::drafting);
    });
  };
  ASSERT_TRUE(lift({there[1]}));
  const auto open = region::opened(overview);
  EXPECT_THAT(open.version.find("conclusions")->words, HasSubstr("Second of conclusions"));
  EXPECT_THAT(
      open.version.find("conclusions")->words,
      HasSubstr("https://onereturn.example/reports/" + organisation.text() + "/versions/1"));
  EXPECT_TRUE(open.conclusions[1].lifted);
  auto invented = there[0];
  invented.of_number = 99;
  EXPECT_EQ(lift({invented}).problem().code, ProblemCode::invalid);
  ASSERT_TRUE(lift({}));
  EXPECT_THAT(region::opened(overview).version.find("conclusions")->words,
              Not(HasSubstr("Second of conclusions")));
}

TEST_F(Writing, puts_papers_into_a_pack_in_the_order_of_a_meeting) {
  const auto march = region::made(region::of_march());
  const auto overview = region::made(region::of_exercise());
  auto subject = region::of_exercise();
  subject.kind = Kind::pack;
  subject.papers = {march, overview};
  const auto pack = region::opened(region::made(subject));
  std::vector<std::string> papers;
  for (const auto& block : pack.version.facts) {
    const auto* heading = std::get_if<documents::Heading>(&block);
    if (heading != nullptr && heading->anchor.starts_with("paper") && heading->level == 2) {
      papers.push_back(heading->text);
    }
  }
  ASSERT_THAT(papers, SizeIs(2));
  EXPECT_THAT(papers[0], HasSubstr(region::opened(overview).report.title));
  EXPECT_THAT(papers[1], HasSubstr(region::opened(march).report.title));
  subject.papers = {ReportId::random()};
  const auto refused = region::as(region::manager(), [&](postgres::BoardTx& tx) {
    return make_report(tx, {ReportId::random(), subject, region::drafting});
  });
  EXPECT_EQ(refused.problem().code, ProblemCode::not_found);
}

TEST_F(Writing, is_in_the_trail_and_is_nobody_elses) {
  const auto id = region::made(region::of_march());
  ASSERT_TRUE(region::as("chair",
                         [&](postgres::BoardTx& tx) { return open_report(tx, id, std::nullopt); }));
  EXPECT_EQ(region::count("select count(*) from tenant.audit_entry where what in ('report.made',"
                          " 'report.opened') and subject_ref = '" +
                          id.text() + "'"),
            2);
  EXPECT_EQ(region::as(region::other_manager(),
                       [&](postgres::BoardTx& tx) { return open_report(tx, id, std::nullopt); })
                .problem()
                .code,
            ProblemCode::not_found);
  const auto listed = region::as(region::other_manager(), [&](postgres::BoardTx& tx) {
    return Result<std::vector<ReportLine>>(list_reports(tx));
  });
  EXPECT_THAT(*listed, IsEmpty());
}

}  // namespace
}  // namespace onereturn::reports
