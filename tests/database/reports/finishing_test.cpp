// A finished version never changes, whoever asks; what follows is the next one.

#include <gmock/gmock.h>

#include "domain/reports/edit_report.hpp"
#include "domain/reports/finish_report.hpp"
#include "domain/reports/keep_look.hpp"
#include "domain/reports/read_report.hpp"
#include "domain/reports/report_format.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "reports_region.hpp"

namespace onereturn::reports {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;
using testing::Raw;
using ::testing::SizeIs;
namespace region = testing::reports_region;

class Finishing : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }
  void SetUp() override {
    region::empty();
    id_ = region::made(region::of_march());
  }

  template <class Act>
  static Result<Done> by(const std::string& who, Act&& act) {
    return region::as(who, [&](postgres::BoardTx& tx) -> Result<Done> { return act(tx); });
  }
  Result<Done> finish(const std::string& who, int saves, int version = 1) {
    return by(who, [&](auto& tx) { return finish_report(tx, id_, version, saves, region::now); });
  }
  Result<Done> sign(const std::string& who, const Signature& signature, int version = 1) {
    return by(who, [&](auto& tx) { return sign_report(tx, id_, version, signature, region::now); });
  }
  static Signature jo() {
    Signature signature;
    signature.role = "Independent chair";
    signature.name = "Jo Marsh";
    signature.on = *parse_date("2027-03-16");
    return signature;
  }
  // What the board's own session can do to the row itself.
  std::string refusal_of(const std::string& statement) {
    auto database = [&](postgres::BoardTx& tx) -> Result<Done> {
      const auto changed = tx.run({statement.c_str(), statement.c_str()}).affected();
      return changed > 0 ? Result<Done>(Done{}) : Problem{ProblemCode::not_found, "no row", "", {}};
    };
    try {
      const auto done = region::as(region::manager(), database);
      return done ? "" : done.problem().key;
    } catch (const std::exception&) {
      return "refused";
    }
  }

  ReportId id_;
};

TEST_F(Finishing, freezes_the_words_and_gives_a_check_value_that_can_be_computed_again) {
  region::finished(id_);
  const auto open = region::opened(id_);
  EXPECT_TRUE(open.version.finished);
  EXPECT_EQ(open.version.check_value,
            crypto::to_hex(crypto::sha256(canonical_text(open.report, open.version))));
  const auto key = open.version.sections.front().key;
  const auto late = region::as(region::manager(), [&](postgres::BoardTx& tx) {
    return save_section(tx, {id_, 1, key, 1, "Later", region::now});
  });
  EXPECT_EQ(late.problem().key, "finished");
  EXPECT_EQ(by(region::manager(), [&](auto& tx) { return draft_again(tx, id_, region::drafting); })
                .problem()
                .key,
            "finished");
}

TEST_F(Finishing, is_held_by_the_database_against_the_boards_own_session) {
  region::finished(id_);
  const auto before = Raw::superuser().one("select md5(v::text) from tenant.report_draft v");
  EXPECT_EQ(refusal_of("update tenant.report_draft set facts = '[]' where tenant_id ="
                       " app.party()"),
            "no row");
  EXPECT_EQ(refusal_of("delete from tenant.report_finish"), "refused");
  EXPECT_EQ(refusal_of("update tenant.report_finish set check_value = sha256('x')"), "refused");
  EXPECT_EQ(refusal_of("insert into tenant.report_section (tenant_id, report_id, version_no,"
                       " section_key, save_no, words, at) select app.party(), report_id, 1,"
                       " 'summary', 99, 'Forged', now() from tenant.report"),
            "refused");
  EXPECT_EQ(refusal_of("delete from tenant.report_draft"), "refused");
  EXPECT_EQ(refusal_of("update tenant.report_sign_off set name = 'Somebody else'"), "refused");
  EXPECT_EQ(Raw::superuser().one("select md5(v::text) from tenant.report_draft v"), before);
}

TEST_F(Finishing, says_which_sections_are_missing_and_who_may_not) {
  const auto key = region::opened(id_).version.sections.front().key;
  ASSERT_TRUE(region::as(region::manager(), [&](postgres::BoardTx& tx) {
    return save_section(tx, {id_, 1, key, 0, "", region::now});
  }));
  const auto refused = finish(region::manager(), 1);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problem().fields.front().field, key);
  EXPECT_EQ(finish("assistant", 1).problem().code, ProblemCode::forbidden);
  EXPECT_EQ(finish("chair", 1).problem().code, ProblemCode::forbidden);
  EXPECT_EQ(finish(region::other_manager(), 1).problem().code, ProblemCode::not_found);
}

TEST_F(Finishing, refuses_where_somebody_wrote_since_the_page_was_made) {
  const auto key = region::opened(id_).version.sections.front().key;
  ASSERT_TRUE(region::as("assistant", [&](postgres::BoardTx& tx) {
    return save_section(tx, {id_, 1, key, 0, "Meanwhile", region::now});
  }));
  EXPECT_EQ(finish(region::manager(), 0).problem().key, "changed-meanwhile");
}

TEST_F(Finishing, goes_on_in_the_next_version_with_what_was_typed) {
  region::finished(id_);
  const auto first = region::opened(id_).version;
  const auto next = region::as("assistant", [&](postgres::BoardTx& tx) {
    return begin_next_version(tx, id_, region::drafting);
  });
  ASSERT_TRUE(next);
  EXPECT_EQ(*next, 2);
  auto open = region::opened(id_);
  EXPECT_FALSE(open.version.finished);
  EXPECT_EQ(open.version.sections.front().words, first.sections.front().words);
  EXPECT_TRUE(open.version.sections.front().kept);
  const auto compare = [&] {
    return region::as(region::manager(),
                      [&](postgres::BoardTx& tx) { return compare_versions(tx, id_, 1, 2); });
  };
  EXPECT_TRUE(compare()->differ.none());
  ASSERT_TRUE(region::as(region::manager(), [&](postgres::BoardTx& tx) {
    return save_section(tx, {id_, 2, first.sections.front().key, 1, "Changed", region::now});
  }));
  ASSERT_THAT(compare()->differ.sections, SizeIs(1));
  EXPECT_EQ(compare()->differ.sections.front().after, "Changed");
  EXPECT_EQ(region::as(region::manager(),
                       [&](postgres::BoardTx& tx) { return look_at_report(tx, id_, 1); })
                ->version.check_value,
            first.check_value);
}

TEST_F(Finishing, notes_named_people_with_their_days) {
  EXPECT_EQ(sign("chair", jo()).problem().key, "not-finished");
  region::finished(id_);
  ASSERT_TRUE(sign("chair", jo()));
  auto open = region::opened(id_);
  ASSERT_THAT(open.version.signatures, SizeIs(1));
  EXPECT_EQ(open.version.signatures.front().name, "Jo Marsh");
  EXPECT_EQ(open.version.signatures.front().noted_by_name, "chair");
  EXPECT_EQ(standing_of(open.report, open.version), "Signed off on 16 March 2027");
  auto tomorrow = jo();
  tomorrow.on = *parse_date("2027-03-17");
  EXPECT_EQ(sign("chair", tomorrow).problem().fields.front().field, "on");
  auto before = jo();
  before.on = *parse_date("2027-03-15");
  EXPECT_EQ(sign("chair", before).problem().fields.front().field, "on");
  auto nobody = jo();
  nobody.name = " ";
  EXPECT_EQ(sign("chair", nobody).problem().fields.front().field, "name");
  EXPECT_EQ(sign("assistant", jo()).problem().code, ProblemCode::forbidden);
  EXPECT_EQ(region::count("select count(*) from tenant.audit_entry where what = 'report.signed'"
                          " and facts::text like '%Jo Marsh%'"),
            0)
      << "a name can be erased: it is not in the chain";
}

TEST_F(Finishing, is_withdrawn_with_a_reason_and_stays_readable) {
  const auto withdraw = [&](const std::string& who, const std::string& why) {
    return by(who, [&](auto& tx) { return withdraw_report(tx, id_, why, region::now); });
  };
  EXPECT_EQ(withdraw(region::manager(), " ").problem().fields.front().field, "why");
  EXPECT_EQ(withdraw("assistant", "Wrong").problem().code, ProblemCode::forbidden);
  ASSERT_TRUE(withdraw(region::manager(), "Wrong figures"));
  EXPECT_EQ(withdraw(region::manager(), "Again").problem().key, "withdrawn");
  const auto open = region::opened(id_);
  EXPECT_EQ(standing_of(open.report, open.version), "Withdrawn on 16 March 2027");
  EXPECT_EQ(open.report.withdrawn_why, "Wrong figures");
  EXPECT_EQ(finish(region::manager(), 0).problem().key, "withdrawn");
}

TEST_F(Finishing, keeps_a_look_whose_colour_can_be_read) {
  const auto keep = [&](const std::string& who, const BoardLook& look) {
    return by(who, [&](auto& tx) { return keep_look(tx, look, region::now); });
  };
  BoardLook look;
  look.name = "Our board";
  look.colour = "#FFD700";
  EXPECT_EQ(keep(region::manager(), look).problem().fields.front().field, "colour");
  const auto pale = keep(region::manager(), look).problem().fields.front().message;
  const auto at = pale.find('#');
  ASSERT_NE(at, std::string::npos) << pale;
  const auto darker = pale.substr(at, 7);
  look.colour = "gold";
  EXPECT_EQ(keep(region::manager(), look).problem().fields.front().field, "colour");
  look.colour = "#702082";
  EXPECT_EQ(keep("chair", look).problem().code, ProblemCode::forbidden);
  ASSERT_TRUE(keep(region::manager(), look));
  EXPECT_EQ(keep(region::manager(), look).problem().key, "changed-meanwhile");
  look.version = 1;
  look.logo = "bytes";
  look.logo_type = "image/png";
  ASSERT_TRUE(keep(region::manager(), look));
  auto kept = region::as(region::manager(),
                         [](postgres::BoardTx& tx) -> Result<BoardLook> { return read_look(tx); });
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->name, "Our board");
  EXPECT_EQ(kept->colour, "#702082");
  EXPECT_EQ(kept->logo, "bytes");
  EXPECT_EQ(kept->logo_type, "image/png");
  kept->colour = darker;
  kept->logo = kept->logo_type = "";
  ASSERT_TRUE(keep(region::manager(), *kept)) << "the shade that is said can be kept: " << darker;
  kept = region::as(region::manager(),
                    [](postgres::BoardTx& tx) -> Result<BoardLook> { return read_look(tx); });
  EXPECT_EQ(kept->logo, "");
  EXPECT_EQ(kept->version, 3);
  look.version = 3;
  look.logo = std::string(logo_bytes_max + 1, 'x');
  EXPECT_EQ(keep(region::manager(), look).problem().fields.front().field, "logo");
}

}  // namespace
}  // namespace onereturn::reports
