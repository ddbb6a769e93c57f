// How two leads agree to merge their rooms: a code that only its owner can hand over, two presses,
// and nothing learnt by anybody else.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/postgres/errors.hpp"
#include "rooms.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;
using tenancy::Agreed;

class Agreement : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }

  static bool leads_to_a_room(const Room& room, const std::string& code) {
    const auto proposed = as_lead(room, [&](postgres::AgencyTx& tx) {
      return tenancy::propose_merge(tx, {digest(code), true});
    });
    EXPECT_TRUE(proposed.has_value());
    return proposed.has_value() && proposed->has_value();
  }
  static void offer(const Room& room, const std::string& code) {
    EXPECT_TRUE(as_lead(room, [&](postgres::AgencyTx& tx) {
                  return tenancy::offer_merge(tx, digest(code));
                }).has_value());
  }
  static tenancy::Merging seen_by(const Room& room) {
    const auto seen =
        as_lead(room, [](postgres::AgencyTx& tx) { return tenancy::read_merging(tx); });
    EXPECT_TRUE(seen.has_value());
    return *seen;
  }
};

TEST_F(Agreement, begins_with_a_code_and_both_leads_read_the_same) {
  const auto first = make_room("Alder one");
  const auto second = make_room("Alder two");
  connect(region::board_one, first);
  answer(first, "C1", 0, "First", 2);
  answer(second, "C1", 0, "Second", 2);
  answer(second, "C2", 0, "Second", 2);
  const auto id = propose(first, second, true);
  const auto one = seen_by(first);
  const auto two = seen_by(second);
  ASSERT_TRUE(one.merge && two.merge);
  EXPECT_EQ(one.merge->id, id);
  EXPECT_FALSE(one.merge->stays);
  EXPECT_TRUE(two.merge->stays);
  EXPECT_EQ(one.merge->going.name, "Alder one");
  EXPECT_EQ(two.merge->going.counts.boards, 1);
  EXPECT_EQ(two.merge->staying.counts.answered, (std::vector<std::string>{"C1", "C2"}));
  EXPECT_EQ(one.merge->staying.counts.answers, 2);
  EXPECT_EQ(one.merge->going.counts.colleagues, 1);
  EXPECT_FALSE(one.code_until) << "it was used";
}

TEST_F(Agreement, answers_every_code_that_leads_nowhere_alike) {
  const auto first = make_room("Birch one");
  const auto second = make_room("Birch two");
  const auto third = make_room("Birch three");
  EXPECT_FALSE(leads_to_a_room(second, "never made"));
  offer(second, "own");
  EXPECT_FALSE(leads_to_a_room(second, "own")) << "one's own";
  offer(first, "too old");
  Raw::superuser().run("update tenancy.merge_code set expires_at = now() where room_id = '" +
                       first.party + "'");
  EXPECT_FALSE(leads_to_a_room(second, "too old"));
  offer(first, "replaced");
  offer(first, "good");
  EXPECT_FALSE(leads_to_a_room(second, "replaced"));
  EXPECT_TRUE(leads_to_a_room(second, "good"));
  EXPECT_FALSE(leads_to_a_room(third, "good")) << "used";
  offer(first, "while it is in a merge");
  EXPECT_FALSE(leads_to_a_room(third, "while it is in a merge"));
  const auto busy = as_lead(second, [](postgres::AgencyTx& tx) {
    return tenancy::propose_merge(tx, {digest("whatever"), true});
  });
  EXPECT_EQ(busy.problem().key, "merge-open") << "about one's own room only";
}

TEST_F(Agreement, counts_tries_so_that_codes_cannot_be_guessed) {
  const auto first = make_room("Cedar one");
  const auto second = make_room("Cedar two");
  offer(first, "cedar");
  for (int at = 0; at < 20; ++at)
    leads_to_a_room(second, "guess " + std::to_string(at));
  EXPECT_FALSE(leads_to_a_room(second, "cedar"));
}

TEST_F(Agreement, keeps_no_code_but_its_digest) {
  const auto first = make_room("Damson one");
  offer(first, "damson");
  EXPECT_EQ(value("select count(*) from tenancy.merge_code where code_hash = sha256('damson') and"
                  " expires_at between now() + interval '6 days 23 hours' and now() + interval"
                  " '7 days'"),
            "1");
}

TEST_F(Agreement, can_be_withdrawn_by_either_until_the_second_press) {
  const auto first = make_room("Elder one");
  const auto second = make_room("Elder two");
  for (const auto* who : {&first, &second}) {
    const auto id = propose(first, second, false);
    ASSERT_EQ(agree(second, id)->outcome, Agreed::waiting);
    EXPECT_EQ(agree(second, id)->outcome, Agreed::waiting) << "pressed twice";
    ASSERT_TRUE(as_lead(*who, [&](postgres::AgencyTx& tx) {
                  return tenancy::withdraw_merge(tx, id);
                }).has_value());
    EXPECT_EQ(agree(first, id).problem().code, ProblemCode::not_found);
    EXPECT_FALSE(seen_by(first).merge);
  }
  EXPECT_EQ(value("select status from tenancy.party where party_id = '" + first.party + "'"),
            "active");
}

TEST_F(Agreement, is_nobody_elses_business) {
  const auto first = make_room("Fir one");
  const auto second = make_room("Fir two");
  const auto stranger = make_room("Fir stranger");
  const auto id = propose(first, second, true);
  EXPECT_FALSE(seen_by(stranger).merge);
  EXPECT_EQ(agree(stranger, id).problem().code, ProblemCode::not_found);
  EXPECT_EQ(
      as_lead(stranger, [&](postgres::AgencyTx& tx) { return tenancy::withdraw_merge(tx, id); })
          .problem()
          .code,
      ProblemCode::not_found);
  add_colleague(first, "contributor", "contributor");
  const auto contributor = gateway_database().as_agency(
      {digest("Fir one contributor")},
      [&](postgres::AgencyTx& tx) { return tenancy::agree_to_merge(tx, id, now_in_tests()); });
  EXPECT_EQ(contributor.problem().code, ProblemCode::forbidden);
  Raw gateway("gateway");
  EXPECT_EQ(gateway.refusal({region::enter("Fir one contributor"),
                             "select tenancy.agree_merge('" + id.text() + "')"}),
            "OR001");
  EXPECT_EQ(gateway.refusal({region::enter("manager one"), "select * from tenancy.my_merge()"}),
            "42501");
}

TEST_F(Agreement, opens_both_rooms_to_nobody_before_it_is_whole) {
  const auto first = make_room("Gorse one");
  const auto second = make_room("Gorse two");
  const auto stranger = make_room("Gorse stranger");
  answer(first, "C1", 0, "Of the first alone", 2);
  const auto id = propose(first, second, true);
  ASSERT_EQ(agree(second, id)->outcome, Agreed::waiting);
  Raw gateway("gateway");
  const auto enter_merge = "select identity.enter_merge('" + id.text() + "')";
  EXPECT_EQ(gateway.refusal({region::enter(second.session), enter_merge}), "OR001");
  EXPECT_EQ(gateway.refusal(
                {region::enter(second.session), "select app.merge_rooms('" + id.text() + "')"}),
            "OR001");
  // Taking the role without its seal, or sealing it with words of one's own, opens nothing.
  EXPECT_EQ(gateway.refusal({region::enter(second.session), "set local role scope_merge",
                             "select tenant_id from tenant.answer"}),
            "OR001");
  EXPECT_EQ(
      gateway.refusal({region::enter(second.session),
                       "select set_config('onereturn.scope', 'merge|" + second.party + "|" +
                           second.lead + "||lead|" + first.party + "|" + id.text() + "|||', true)",
                       "set local role scope_merge", "select tenant_id from tenant.answer"}),
      "OR001");
  // Both have agreed, and still it is these two leads' alone.
  Raw::superuser().run("update tenancy.room_merge set goes_agreed_at = now(), goes_agreed_by = '" +
                       first.lead + "' where merge_id = '" + id.text() + "'");
  EXPECT_EQ(gateway.refusal({region::enter(stranger.session), enter_merge}), "OR001");
  EXPECT_EQ(gateway.refusal({region::enter(second.session), enter_merge,
                             "select tenant_id from tenant.answer"}),
            "");
  EXPECT_EQ(gateway.refusal(
                {region::enter(second.session), enter_merge, "select title from tenant.request"}),
            "42501")
      << "of a board's rows it sees only whom they are about";
  EXPECT_EQ(gateway.refusal({region::enter(second.session), enter_merge,
                             "update tenant.answer_text set text = ''"}),
            "42501");
}

}  // namespace
}  // namespace onereturn::testing
