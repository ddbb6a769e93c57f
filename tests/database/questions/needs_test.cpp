// Who may need help: what stands below the minimum, by whose rating, and how far what is to come
// is.

#include <gtest/gtest.h>

#include "domain/questions/support_store.hpp"
#include "support/delivery_region.hpp"

namespace onereturn::questions {
namespace {

using testing::Raw;
namespace region = testing::delivery_region;

// A return of the agency's in lights, as it was rated, and what the board has said of it.
class NeedsOfLights : public ::testing::Test {
 protected:
  void SetUp() override {
    region::seed();
    clear();
    const auto board = "'" + region::lights().party + "'";
    const auto head = board + ", '" + made + "'";
    auto raw = Raw::superuser();
    raw.run(
        "insert into tenant.return (tenant_id, return_id, request_id, agency_id, origin)"
        " values (" +
        head + ", '" + region::lights().request + "', '" + region::agency + "', 'direct')");
    raw.run(
        "insert into tenant.return_version (tenant_id, return_id, version_no, agency_id,"
        " template_code, template_version, hash, receipt_code) values (" +
        head + ", 1, '" + region::agency + "', '" + region::lights().form +
        "', 1, sha256('n'), 'code of needs')");
    raw.run(
        "insert into tenant.return_box (tenant_id, return_id, version_no, box_no, position,"
        " agency_id, point, state, digest) select " +
        head + ", 1, b.box_no, b.position, '" + region::agency +
        "', (array['red', 'amber', 'amber', 'green'])[1 + (row_number() over"
        " (order by b.position) - 1) % 4], 'set', sha256('d') from catalogue.box b"
        " where b.content = 'rating' and b.version = 1 and b.template_code = '" +
        region::lights().form + "'");
  }
  void TearDown() override { clear(); }

  static void clear() {
    auto raw = Raw::superuser();
    for (const auto* table : {"evaluation_box", "evaluation"})
      raw.run("delete from tenant." + std::string(table) + " where tenant_id = '" +
              region::lights().party + "'");
    for (const auto* table : {"return_box", "return_version", "return"})
      raw.run("delete from tenant." + std::string(table) + " where return_id = '" + made + "'");
    raw.run("delete from tenant.request_progress where tenant_id = '" + region::lights().party +
            "'");
  }
  static Needs of_agency(const std::string& day) {
    const auto all = *region::gateway().as_board(
        region::session_of(region::lights().manager),
        [&](postgres::BoardTx& tx) { return Result(load_needs(tx, *parse_date(day))); });
    const auto entry =
        Raw::superuser().one("select entry_id from tenant.request where request_id = '" +
                             region::lights().request + "'");
    for (const auto& one : all) {
      if (one.entry.text() == entry) return one;
    }
    return {};
  }
  static inline const std::string made = "f4000000-0000-4000-8000-000000000701";
};

TEST_F(NeedsOfLights, count_red_and_amber_apart_and_green_not_at_all) {
  const auto needs = of_agency("2027-03-16");
  EXPECT_EQ(needs.lowest, 2) << "eight lights, two of them red";
  EXPECT_EQ(needs.below, 4);
  EXPECT_EQ(needs.graded, 0);
  EXPECT_EQ(needs.low, 0) << "a form with points needs no levels";
  EXPECT_EQ(needs.repeated, 0);
}

TEST_F(NeedsOfLights, go_by_the_boards_grade_where_there_is_one) {
  const auto person =
      Raw::superuser().one("select person_id from identity.session where token_hash = sha256('" +
                           region::lights().manager + "'::bytea)");
  auto raw = Raw::superuser();
  raw.run(
      "insert into tenant.evaluation (tenant_id, return_id, version_no, state, started_by,"
      " started_at) values ('" +
      region::lights().party + "', '" + made + "', 1, 'open', '" + person + "', now())");
  const auto say = [&](int version, const std::string& grade, const std::string& light) {
    raw.run(
        "insert into tenant.evaluation_box (tenant_id, evaluation_id, box_no, version, grade,"
        " by_person) select e.tenant_id, e.evaluation_id, b.box_no, " +
        std::to_string(version) + ", '" + grade + "', '" + person +
        "' from tenant.evaluation e join tenant.return_box b on b.return_id = e.return_id"
        " where e.return_id = '" +
        made + "' and b.point = '" + light + "'");
  };
  say(1, "amber", "green");
  EXPECT_EQ(of_agency("2027-03-16").graded, 2);
  say(2, "green", "green");
  EXPECT_EQ(of_agency("2027-03-16").graded, 0) << "the newest counts";
  say(1, "green", "red");
  const auto needs = of_agency("2027-03-16");
  EXPECT_EQ(needs.lowest, 0);
  EXPECT_EQ(needs.below, 4);
}

TEST_F(NeedsOfLights, of_what_is_to_come_tell_how_far_it_is) {
  Raw::superuser().run("delete from tenant.return_box where return_id = '" + made + "'");
  Raw::superuser().run("delete from tenant.return_version where return_id = '" + made + "'");
  Raw::superuser().run("delete from tenant.return where return_id = '" + made + "'");
  const auto due = Raw::superuser().one("select due_on from tenant.request where request_id = '" +
                                        region::lights().request + "'");
  const auto progress = [&](int drafted) {
    Raw::superuser().run("delete from tenant.request_progress");
    Raw::superuser().run(
        "insert into tenant.request_progress (tenant_id, request_id, agency_id, questions, drafted,"
        " confirmed, counted_at) values ('" +
        region::lights().party + "', '" + region::lights().request + "', '" + region::agency +
        "', 60, " + std::to_string(drafted) + ", 0, now())");
  };
  const auto before = [&](int days) {
    return to_iso(Date{std::chrono::sys_days{*parse_date(due)} - std::chrono::days{days}});
  };
  progress(29);
  EXPECT_EQ(of_agency(before(3)).behind, of_agency(before(3)).started_late);
  const auto behind = of_agency(before(3)).behind;
  progress(30);
  EXPECT_EQ(of_agency(before(3)).behind, behind - 1) << "half is not less than half";
  EXPECT_EQ(of_agency(before(-1)).late, of_agency(before(-1)).untouched + 1);
  progress(0);
  EXPECT_EQ(of_agency(before(-1)).late, of_agency(before(-1)).untouched);
}

}  // namespace
}  // namespace onereturn::questions
