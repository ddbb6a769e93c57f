// A lead's colleagues: invited, limited, removed; seen by nobody else.

#include "domain/identity/colleagues.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accounts_support.hpp"
#include "domain/identity/sessions.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;

template <class Use>
auto as_lead(Use&& use, const std::string& who = "lead one") {
  return gateway().as_agency(session_of(who), [&](postgres::AgencyTx& tx) { return use(tx); });
}

identity::People people(const std::string& who = "lead one") {
  return *as_lead([](postgres::AgencyTx& tx) { return identity::list_people(tx); }, who);
}

Result<identity::InvitationId> invite(
    const std::string& email, const identity::Rights& rights = {"contributor", "Nurse", {}, {}},
    const std::string& who = "lead one") {
  return as_lead(
      [&](postgres::AgencyTx& tx) {
        return identity::invite_colleague(tx, {"Carys Bevan", email, rights});
      },
      who);
}

Result<identity::Accepted> accept(const std::string& secret, const std::string& name = "Carys B") {
  return auth().as_auth([&](postgres::AuthTx& tx) {
    return identity::accept_invitation(tx, digest(secret), name, "Ward sister");
  });
}

bool goes_in(const std::string& secret) {
  try {
    return gateway()
        .as_agency({digest(secret)}, [](postgres::AgencyTx&) { return Result<Done>(Done{}); })
        .has_value();
  } catch (const postgres::SessionEnded&) {
    return false;
  }
}

class Colleagues : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }
  void SetUp() override { clear_accounts(); }

  // A colleague with a session of their own.
  static identity::Accepted joined(const std::string& email, const std::string& secret) {
    EXPECT_TRUE(invite(email));
    send_all(secret);
    const auto accepted = accept(secret);
    EXPECT_TRUE(accepted);
    EXPECT_TRUE(auth().as_auth([&](postgres::AuthTx& tx) {
      return identity::begin_session(tx, accepted->person, accepted->membership, digest(secret),
                                     std::chrono::seconds(600));
    }));
    EXPECT_TRUE(goes_in(secret));
    return *accepted;
  }
  static const identity::Colleague* row_of(const identity::People& all,
                                           const identity::Accepted& accepted) {
    for (const auto& one : all.colleagues) {
      if (one.person == accepted.person && !one.until) return &one;
    }
    return nullptr;
  }
};

TEST_F(Colleagues, come_in_by_a_link_that_is_good_once) {
  ASSERT_TRUE(invite("carys@small.example"));
  ASSERT_EQ(people().invitations.size(), 1U);
  EXPECT_FALSE(people().invitations.front().expires_at) << "the mail has not gone";
  EXPECT_EQ(send_all("invited"), 1);
  ASSERT_TRUE(people().invitations.front().expires_at);
  const auto read = auth().as_auth(
      [&](postgres::AuthTx& tx) { return identity::read_invitation(tx, digest("invited")); });
  ASSERT_TRUE(read);
  EXPECT_EQ(read->invited_by, "lead one");
  EXPECT_FALSE(read->is_known);
  EXPECT_EQ(accept("invited", "  ").problem().fields.front().field, "name");
  const auto accepted = accept("invited");
  ASSERT_TRUE(accepted) << "a missing name did not use it up";
  EXPECT_EQ(accept("invited").problem().key, "link-over");
  const auto all = people();
  EXPECT_TRUE(all.invitations.empty());
  const auto* row = row_of(all, *accepted);
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->name, "Carys B");
  EXPECT_EQ(row->rights.position, "Ward sister");
}

TEST_F(Colleagues, keep_the_name_and_account_that_they_have) {
  ASSERT_TRUE(invite("lead.two@small.example"));
  send_all("known");
  const auto accepted = accept("known", "Somebody else");
  ASSERT_TRUE(accepted);
  EXPECT_EQ(accepted->person.text(), region::lead_two);
  EXPECT_EQ(row_of(people(), *accepted)->name, "lead two");
  ASSERT_TRUE(as_lead([&](postgres::AgencyTx& tx) {
    return identity::remove_colleague(tx, accepted->membership);
  }));
}

TEST_F(Colleagues, are_over_after_seven_days_or_when_withdrawn) {
  const auto first = invite("late@small.example");
  send_all("late");
  Raw::superuser().run(
      "update identity.link set expires_at = expires_at - interval '7 days 1 second'");
  EXPECT_FALSE(accept("late"));
  const auto second = invite("gone@small.example");
  send_all("gone");
  ASSERT_TRUE(
      as_lead([&](postgres::AgencyTx& tx) { return identity::withdraw_invitation(tx, *second); }));
  EXPECT_FALSE(accept("gone"));
}

TEST_F(Colleagues, invited_again_have_one_link_that_works) {
  ASSERT_TRUE(invite("twice@small.example"));
  send_all("first");
  ASSERT_TRUE(invite("twice@small.example"));
  send_all("second");
  EXPECT_FALSE(accept("first"));
  EXPECT_TRUE(accept("second"));
  EXPECT_EQ(invite("twice@small.example").problem().key, "colleague-is-here");
}

TEST_F(Colleagues, who_leave_are_out_at_once_and_stay_by_name) {
  const auto leaver = joined("leaver@small.example", "leaver");
  ASSERT_TRUE(as_lead(
      [&](postgres::AgencyTx& tx) { return identity::remove_colleague(tx, leaver.membership); }));
  EXPECT_FALSE(goes_in("leaver"));
  const auto all = people();
  EXPECT_EQ(row_of(all, leaver), nullptr);
  EXPECT_TRUE(std::any_of(all.colleagues.begin(), all.colleagues.end(), [&](const auto& one) {
    return one.person == leaver.person && one.until;
  }));
  EXPECT_EQ(as_lead([&](postgres::AgencyTx& tx) {
              return identity::remove_colleague(tx, leaver.membership);
            })
                .problem()
                .code,
            ProblemCode::not_found);
}

TEST_F(Colleagues, go_on_with_new_rights_where_they_are_signed_in) {
  const auto colleague = joined("limited@small.example", "limited");
  ASSERT_TRUE(as_lead([&](postgres::AgencyTx& tx) {
    return identity::change_rights(tx, colleague.membership, {"contributor", "", {}, {"2", "1"}});
  }));
  ASSERT_TRUE(goes_in("limited"));
  Raw gateway_raw("gateway");
  pqxx::work work(gateway_raw.connection());
  work.exec("select identity.enter(sha256('limited'::bytea))");
  EXPECT_EQ(std::string(work.exec1("select identity.my_standards()")[0].c_str()), "{1,2}");
  EXPECT_EQ(row_of(people(), colleague)->rights.standards, (std::vector<std::string>{"1", "2"}));
}

TEST_F(Colleagues, write_no_answer_outside_their_standards) {
  const auto colleague = joined("within@small.example", "within");
  const auto limit_to = [&](const std::vector<std::string>& standards) {
    const auto all = people();
    ASSERT_TRUE(as_lead([&](postgres::AgencyTx& tx) {
      return identity::change_rights(tx, row_of(all, colleague)->membership,
                                     {"contributor", "", {}, standards});
    }));
  };
  const std::string standard = Raw::superuser().one(
      "select standard from catalogue.requirement where requirement_code='C1'");
  const auto save = [] {
    return Raw("gateway").refusal(
        {"select * from app.save_answer(sha256('within'::bytea), '" + region::agency_one +
         "', 'C1', 0, 2, null, null, 'own', null, false, '{}', '{}', '{}', null, null, null, '')"});
  };
  limit_to({"no such standard"});
  EXPECT_EQ(save(), "23514");
  limit_to({standard});
  EXPECT_EQ(save(), "");
}

TEST_F(Colleagues, never_all_leave) {
  const auto own = MembershipId(region::membership_of(region::lead_one));
  EXPECT_EQ(as_lead([&](postgres::AgencyTx& tx) { return identity::remove_colleague(tx, own); })
                .problem()
                .key,
            "last-lead");
  EXPECT_EQ(as_lead([&](postgres::AgencyTx& tx) {
              return identity::change_rights(tx, own, {"contributor", "", {}, {}});
            })
                .problem()
                .key,
            "last-lead");
}

TEST_F(Colleagues, of_another_agency_are_not_there) {
  const auto ours = joined("ours@small.example", "ours");
  const auto remove = [&](postgres::AgencyTx& tx) {
    return identity::remove_colleague(tx, ours.membership);
  };
  EXPECT_EQ(as_lead(remove, "lead two").problem().code, ProblemCode::not_found);
  const auto change = [&](postgres::AgencyTx& tx) {
    return identity::change_rights(tx, ours.membership, {"lead", "", {}, {}});
  };
  EXPECT_EQ(as_lead(change, "lead two").problem().code, ProblemCode::not_found);
  const auto theirs = people("lead two");
  for (const auto& one : theirs.colleagues)
    EXPECT_NE(one.person, ours.person);
  const auto invitation = invite("secret@small.example");
  EXPECT_TRUE(people("lead two").invitations.empty());
  EXPECT_FALSE(as_lead(
      [&](postgres::AgencyTx& tx) { return identity::withdraw_invitation(tx, *invitation); },
      "lead two"));
}

TEST_F(Colleagues, are_the_leads_to_change_and_nobody_elses) {
  joined("writer@small.example", "writer");
  const auto listed = gateway().as_agency(
      {digest("writer")}, [](postgres::AgencyTx& tx) { return identity::list_people(tx); });
  EXPECT_EQ(listed.problem().code, ProblemCode::forbidden);
  Raw raw("gateway");
  EXPECT_EQ(raw.refusal({"select identity.enter(sha256('writer'::bytea))",
                         "select * from identity.colleague_list()"}),
            "OR001");
  EXPECT_EQ(raw.refusal({region::enter("manager one"), "select * from identity.colleague_list()"}),
            "42501");
}

TEST_F(Colleagues, are_never_invited_into_a_boards_role) {
  const auto invite_as = [](const std::string& role) {
    return Raw("gateway").refusal(
        {region::enter("lead one"), "select identity.invite_colleague('to@small.example', 'N', '" +
                                        role + "', '', null, null)"});
  };
  for (const std::string role : {"manager", "chair", "member", "reviewer", "operator"})
    EXPECT_EQ(invite_as(role), "23514") << role;
  for (const std::string role : {"contributor", "lead", "authoriser"})
    EXPECT_EQ(invite_as(role), "") << role;
}

TEST_F(Colleagues, are_asked_for_field_by_field) {
  const auto refused = as_lead([](postgres::AgencyTx& tx) {
    return identity::invite_colleague(tx, {" ", "no address", {"chair", "", {}, {}}});
  });
  std::vector<std::string> fields;
  for (const auto& error : refused.problem().fields)
    fields.push_back(error.field);
  EXPECT_THAT(fields, ::testing::UnorderedElementsAre("name", "email", "role"));
}

}  // namespace
}  // namespace onereturn::testing
