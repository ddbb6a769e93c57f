// A manager's colleagues: invited, given another role, removed, their codes reset; seen by no other
// board and by no agency.

#include "domain/identity/board_people.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accounts_support.hpp"
#include "domain/identity/second_factor.hpp"
#include "domain/identity/sessions.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;

template <class Use>
auto as_manager(Use&& use, const std::string& who = "manager one") {
  return gateway().as_board(session_of(who), [&](postgres::BoardTx& tx) { return use(tx); });
}

template <class Use>
auto in_auth(Use&& use) {
  return auth().as_auth([&](postgres::AuthTx& tx) { return use(tx); });
}

identity::BoardPeople people(const std::string& who = "manager one") {
  return *as_manager([](postgres::BoardTx& tx) { return identity::list_board_people(tx); }, who);
}

Result<identity::InvitationId> invite(const std::string& email, const std::string& role = "member",
                                      const std::string& who = "manager one") {
  return as_manager(
      [&](postgres::BoardTx& tx) {
        return identity::invite_to_board(tx, {"Iolo Prys", email, role, "Secretary"});
      },
      who);
}

Result<identity::Accepted> accept(const std::string& secret) {
  return in_auth([&](postgres::AuthTx& tx) {
    return identity::accept_invitation(tx, digest(secret), "Iolo P", "Secretary");
  });
}

bool goes_in(const std::string& secret) {
  try {
    return gateway()
        .as_board({digest(secret)}, [](postgres::BoardTx&) { return Result<Done>(Done{}); })
        .has_value();
  } catch (const postgres::SessionEnded&) {
    return false;
  }
}

std::string refused_key(const Result<Done>& result) { return result ? "" : result.problem().key; }

class BoardPeople : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }
  void SetUp() override {
    clear_accounts();
    Raw::superuser().run("delete from identity.recovery_code; delete from identity.second_factor");
  }

  // A colleague who has enrolled, with an open session.
  static identity::Accepted joined(const std::string& name, const std::string& role = "member",
                                   const std::string& who = "manager one") {
    auto address = name + "@small.example";
    std::replace(address.begin(), address.end(), ' ', '.');
    EXPECT_TRUE(invite(address, role, who));
    send_all(name);
    const auto accepted = accept(name);
    EXPECT_TRUE(accepted);
    (void)*in_auth([&](postgres::AuthTx& tx) {
      return Result(
          identity::offer_second_factor(tx, accepted->person, {std::string(60, 's'), "a key"}));
    });
    EXPECT_TRUE(in_auth([&](postgres::AuthTx& tx) {
      return identity::enrol(tx, accepted->person, 100, {digest("recovery")});
    }));
    EXPECT_TRUE(in_auth([&](postgres::AuthTx& tx) {
      return identity::begin_session(tx, accepted->person, accepted->membership, digest(name),
                                     std::chrono::seconds(600), {"Edge on Windows", true});
    }));
    EXPECT_TRUE(goes_in(name));
    return *accepted;
  }

  static Result<Done> remove(const MembershipId& membership,
                             const std::string& who = "manager one") {
    return as_manager(
        [&](postgres::BoardTx& tx) { return identity::remove_from_board(tx, membership); }, who);
  }
  static Result<Done> change(const MembershipId& membership, const std::string& role,
                             const std::string& who = "manager one") {
    return as_manager(
        [&](postgres::BoardTx& tx) {
          return identity::change_board_role(tx, membership, role, "");
        },
        who);
  }
  static Result<Done> reset(const MembershipId& membership,
                            const std::string& who = "manager one") {
    return as_manager([&](postgres::BoardTx& tx) { return identity::reset_codes(tx, membership); },
                      who);
  }

  static const identity::BoardColleague* row_of(const identity::BoardPeople& all,
                                                const PersonId& person) {
    for (const auto& one : all.people) {
      if (one.person == person && !one.until) return &one;
    }
    return nullptr;
  }
};

TEST_F(BoardPeople, come_in_by_a_link_that_is_good_once_for_seven_days) {
  ASSERT_TRUE(invite("new@small.example"));
  EXPECT_THAT(waiting_mails(), ::testing::ElementsAre("board_colleague new@small.example"));
  send_all("new");
  const auto read =
      in_auth([&](postgres::AuthTx& tx) { return identity::read_invitation(tx, digest("new")); });
  ASSERT_TRUE(read);
  EXPECT_EQ(read->party_kind, "board");
  EXPECT_TRUE(read->needs_password());
  const auto left =
      *people().invitations.front().expires_at - people().invitations.front().invited_at;
  EXPECT_NEAR(std::chrono::duration<double>(left).count(), 7.0 * 24 * 3600, 60);
  const auto accepted = accept("new");
  ASSERT_TRUE(accepted);
  EXPECT_FALSE(accept("new"));
  const auto all = people();
  EXPECT_TRUE(all.invitations.empty());
  ASSERT_NE(row_of(all, accepted->person), nullptr);
  EXPECT_EQ(row_of(all, accepted->person)->role, "member");
  EXPECT_FALSE(row_of(all, accepted->person)->has_codes);
  EXPECT_TRUE(remove(accepted->membership));
}

TEST_F(BoardPeople, get_no_session_without_both_factors) {
  ASSERT_TRUE(invite("bare@small.example"));
  send_all("bare");
  const auto accepted = accept("bare");
  ASSERT_TRUE(accepted);
  const auto begun = in_auth([&](postgres::AuthTx& tx) {
    return identity::begin_session(tx, accepted->person, accepted->membership, digest("bare"),
                                   std::chrono::seconds(600), {"Edge", false});
  });
  EXPECT_EQ(begun.problem().key, "second-factor");
  EXPECT_TRUE(remove(accepted->membership));
}

TEST_F(BoardPeople, are_invited_in_the_same_words_whoever_they_are) {
  const auto stranger = invite("nobody.here@small.example");
  const auto known = invite("lead.two@small.example");
  ASSERT_TRUE(stranger && known);
  const auto all = people();
  ASSERT_EQ(all.invitations.size(), 2U);
  EXPECT_EQ(all.invitations[0].name, all.invitations[1].name);
  EXPECT_EQ(all.invitations[0].expires_at, all.invitations[1].expires_at);
  send_all("known");
  for (const auto& one : people().invitations) {
    EXPECT_TRUE(as_manager([&](postgres::BoardTx& tx) {
      return identity::withdraw_board_invitation(tx, one.invitation);
    }));
  }
  EXPECT_FALSE(accept("known")) << "withdrawn";
  EXPECT_FALSE(accept("known1"));
}

TEST_F(BoardPeople, who_leave_are_out_at_once_and_stay_by_name) {
  const auto leaver = joined("board leaver");
  ASSERT_TRUE(remove(leaver.membership));
  EXPECT_FALSE(goes_in("board leaver"));
  EXPECT_EQ(refused_key(remove(leaver.membership)), "not-found");
  const auto all = people();
  EXPECT_EQ(row_of(all, leaver.person), nullptr);
  EXPECT_TRUE(std::any_of(all.people.begin(), all.people.end(), [&](const auto& one) {
    return one.person == leaver.person && one.until && one.name == "Iolo P";
  }));
}

TEST_F(BoardPeople, go_on_with_another_role_where_they_are_signed_in) {
  const auto second = joined("board second", "manager");
  const auto lists = [&] {
    return gateway().as_board({digest("board second")}, [](postgres::BoardTx& tx) {
      return identity::list_board_people(tx);
    });
  };
  EXPECT_TRUE(lists());
  ASSERT_TRUE(change(second.membership, "reviewer"));
  ASSERT_TRUE(goes_in("board second"));
  EXPECT_EQ(lists().problem().code, ProblemCode::forbidden);
  EXPECT_EQ(row_of(people(), second.person)->role, "reviewer");
  EXPECT_TRUE(remove(row_of(people(), second.person)->membership));
}

TEST_F(BoardPeople, never_all_leave_or_give_it_up) {
  const auto own = MembershipId(region::membership_of(region::manager_one));
  EXPECT_EQ(refused_key(remove(own)), "last-manager");
  EXPECT_EQ(refused_key(change(own, "chair")), "last-manager");
  EXPECT_TRUE(goes_in("manager one"));
}

TEST_F(BoardPeople, with_a_lost_phone_enrol_anew_and_are_told) {
  const auto loser = joined("loser");
  const auto other = joined("deputy", "manager");
  ASSERT_TRUE(row_of(people(), loser.person)->has_codes);
  ASSERT_TRUE(reset(loser.membership));
  EXPECT_FALSE(goes_in("loser"));
  EXPECT_THAT(waiting_mails(),
              ::testing::UnorderedElementsAre("second_factor_reset loser@small.example",
                                              "second_factor_told deputy@small.example"));
  const auto factor = *in_auth(
      [&](postgres::AuthTx& tx) { return Result(identity::second_factor_of(tx, loser.person)); });
  EXPECT_TRUE(factor.needed);
  EXPECT_FALSE(factor.confirmed);
  EXPECT_TRUE(factor.secret.bytes.empty());
  EXPECT_EQ(factor.codes_left, 0);
  EXPECT_EQ(Raw::superuser().one("select count(*) from tenant.audit_entry where what = "
                                 "'colleague.codes_reset' and subject_ref = '" +
                                 loser.membership.text() + "'"),
            "1");
  EXPECT_TRUE(remove(loser.membership));
  EXPECT_TRUE(remove(other.membership));
}

TEST_F(BoardPeople, reset_no_codes_of_their_own) {
  const auto own = MembershipId(region::membership_of(region::manager_one));
  EXPECT_EQ(refused_key(reset(own)), "own-codes");
  EXPECT_TRUE(waiting_mails().empty());
  EXPECT_TRUE(goes_in("manager one"));
}

TEST_F(BoardPeople, who_act_for_another_board_too_are_the_operators_to_reset) {
  const auto both = joined("both");
  Raw owner("operator");
  const auto elsewhere = owner.one("select operator.add_membership(null, '" + both.person.text() +
                                   "', '" + region::board_two + "', null, 'member', '')");
  EXPECT_EQ(refused_key(reset(both.membership)), "acts-elsewhere");
  EXPECT_TRUE(goes_in("both"));
  owner.run("select operator.end_membership('" + elsewhere + "')");
  EXPECT_TRUE(reset(both.membership));
  EXPECT_TRUE(remove(both.membership));
}

TEST_F(BoardPeople, are_reset_five_times_in_a_quarter_of_an_hour_at_most) {
  const auto often = joined("often");
  for (int times = 0; times < 5; ++times)
    EXPECT_TRUE(reset(often.membership)) << times;
  EXPECT_EQ(refused_key(reset(often.membership)), "resets-too-many");
  EXPECT_TRUE(remove(often.membership));
}

TEST_F(BoardPeople, of_another_board_are_not_there) {
  const auto ours = joined("board ours");
  for (const auto& refused :
       {remove(ours.membership, "manager two"), change(ours.membership, "chair", "manager two"),
        reset(ours.membership, "manager two")}) {
    EXPECT_EQ(refused.problem().code, ProblemCode::not_found);
  }
  EXPECT_EQ(row_of(people("manager two"), ours.person), nullptr);
  const auto invitation = invite("secret@small.example");
  EXPECT_TRUE(people("manager two").invitations.empty());
  EXPECT_FALSE(as_manager(
      [&](postgres::BoardTx& tx) { return identity::withdraw_board_invitation(tx, *invitation); },
      "manager two"));
  EXPECT_TRUE(goes_in("board ours"));
  EXPECT_TRUE(remove(ours.membership));
}

TEST_F(BoardPeople, are_the_managers_to_change_and_nobody_elses) {
  const auto plain = joined("plain", "chair");
  const auto listed = gateway().as_board(
      {digest("plain")}, [](postgres::BoardTx& tx) { return identity::list_board_people(tx); });
  EXPECT_EQ(listed.problem().code, ProblemCode::forbidden);
  Raw raw("gateway");
  const std::string own = "select identity.enter(sha256('plain'::bytea))";
  for (const std::string call :
       {"board_people()", "board_invitations()", "invite_board_colleague('a@b.c', '', 'chair', '')",
        "withdraw_board_invitation(gen_random_uuid())",
        "change_board_colleague(gen_random_uuid(), 'chair', '')",
        "remove_board_colleague(gen_random_uuid())", "reset_board_colleague(gen_random_uuid())"}) {
    EXPECT_EQ(raw.refusal({own, "select * from identity." + call}), "OR001") << call;
    EXPECT_EQ(raw.refusal({region::enter("lead one"), "select * from identity." + call}), "42501")
        << call;
  }
  EXPECT_TRUE(remove(plain.membership));
}

TEST_F(BoardPeople, are_asked_for_field_by_field_and_get_no_role_of_an_agency) {
  const auto refused = as_manager([](postgres::BoardTx& tx) {
    return identity::invite_to_board(tx, {" ", "no address", "lead", ""});
  });
  std::vector<std::string> fields;
  for (const auto& error : refused.problem().fields)
    fields.push_back(error.field);
  EXPECT_THAT(fields, ::testing::UnorderedElementsAre("name", "email", "role"));
  EXPECT_EQ(Raw("gateway").refusal(
                {region::enter("manager one"),
                 "select identity.invite_board_colleague('a@small.example', 'A', 'lead', '')"}),
            "23514");
}

}  // namespace
}  // namespace onereturn::testing
