// Whoever comes late: a writer while a merge is being done, a lead who has left since they agreed,
// somebody whom the room that stays let go, and a merge that nobody pressed again.

#include <thread>

#include <gtest/gtest.h>

#include "rooms.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;
using tenancy::Agreed;

class Late : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }

  static void let_go(const std::string& person, const Room& room) {
    Raw::superuser().run("update identity.membership set to_at = now() where person_id = '" +
                         person + "' and party_id = '" + room.party + "'");
  }
  static std::string saving(const Room& room, const std::string& code) {
    return "select saved from app.save_answer(" + region::token(room.session) + ", '" + room.party +
           "', '" + code +
           "', 0, 1, null, null, 'own', null, true, array['describes'], array[''],"
           " array['Late words'], null, null, null, null)";
  }
  static bool somebody_waits() {
    for (int tries = 0; tries < 200; ++tries) {
      if (value("select count(*) from pg_locks where locktype = 'advisory' and not granted") !=
          "0") {
        return true;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return false;
  }
};

TEST_F(Late, a_writer_waits_for_a_merge_and_is_told_instead_of_writing_into_the_closed_room) {
  const auto going = make_room("Late going");
  const auto staying = make_room("Late staying");
  answer(going, "C1", 0, "Before", 1);
  answer(staying, "C1", 0, "Ours", 1);
  const auto id = propose(going, staying, true);
  ASSERT_EQ(agree(staying, id)->outcome, Agreed::waiting);
  Raw presser("gateway");
  pqxx::work merging(presser.connection());
  merging.exec(region::enter(going.session));
  merging.exec("select tenancy.agree_merge('" + id.text() + "')");
  merging.exec("select app.merge_rooms('" + id.text() + "')");
  std::string fresh;
  std::string present;
  std::thread inserting([&] { fresh = Raw("gateway").refusal({saving(going, "C2")}); });
  std::thread entering([&] { present = Raw("gateway").refusal({region::enter(staying.session)}); });
  EXPECT_TRUE(somebody_waits());
  merging.commit();
  inserting.join();
  entering.join();
  EXPECT_EQ(fresh, "OR002") << "signed out, with the words still in the page";
  EXPECT_EQ(present, "") << "the room that stays goes on";
  EXPECT_EQ(
      value("select count(*) from tenant.answer where requirement_code = 'C2' and tenant_id in"
            " ('" +
            going.party + "', '" + staying.party + "')"),
      "0");
}

TEST_F(Late, an_agreement_ends_with_the_lead_who_gave_it) {
  const auto going = make_room("Left going");
  const auto staying = make_room("Left staying");
  const auto id = propose(going, staying, true);
  ASSERT_EQ(agree(staying, id)->outcome, Agreed::waiting);
  let_go(staying.lead, staying);
  EXPECT_EQ(agree(going, id)->outcome, Agreed::waiting) << "nobody there agrees any more";
  EXPECT_EQ(value("select state || ' ' || (stays_agreed_at is null) from tenancy.room_merge where"
                  " merge_id = '" +
                  id.text() + "'"),
            "open true");
  Raw gateway("gateway");
  EXPECT_EQ(gateway.refusal(
                {region::enter(going.session), "select app.merge_rooms('" + id.text() + "')"}),
            "OR001");
}

TEST_F(Late, a_merge_that_nobody_pressed_again_is_over_after_a_fortnight) {
  const auto going = make_room("Old going");
  const auto staying = make_room("Old staying");
  const auto id = propose(going, staying, true);
  ASSERT_EQ(agree(staying, id)->outcome, Agreed::waiting);
  Raw::superuser().run(
      "update tenancy.room_merge set proposed_at = now() - interval '15 days'"
      " where merge_id = '" +
      id.text() + "'");
  const auto late = agree(going, id);
  EXPECT_FALSE(late.has_value());
  EXPECT_EQ(value("select state from tenancy.room_merge where merge_id = '" + id.text() + "'"),
            "open")
      << "a refusal changes nothing";
}

TEST_F(Late, nobody_comes_back_whom_the_room_that_stays_let_go) {
  const auto going = make_room("Back going");
  const auto staying = make_room("Back staying");
  const auto returner = add_colleague(going, "Returner", "contributor");
  const auto newcomer = add_colleague(going, "Newcomer", "contributor");
  Raw::superuser().run(
      "insert into identity.membership (person_id, party_id, role, from_at, to_at) values ('" +
      returner + "', '" + staying.party +
      "', 'lead', now() - interval '2 days', now() -"
      " interval '1 day')");
  merge_into(going, staying);
  const auto roles = [&](const std::string& who) {
    return value(
        "select coalesce(string_agg(role, ' '), '') from identity.membership where"
        " person_id = '" +
        who + "' and party_id = '" + staying.party + "' and (to_at is null or to_at > now())");
  };
  EXPECT_EQ(roles(newcomer), "contributor");
  EXPECT_EQ(roles(returner), "");
}

}  // namespace
}  // namespace onereturn::testing
