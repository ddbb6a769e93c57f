// Whom a board writes to: what each side sees and says, with the days from and to which it held.

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/agency_register/contacts_store.hpp"
#include "domain/agency_register/keep_contacts.hpp"
#include "domain/agency_register/own_contacts.hpp"
#include "domain/identity/colleagues.hpp"
#include "support/delivery_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = delivery_region;
using agency_register::ContactId;
using agency_register::People;
using agency_register::Person;
using agency_register::WritePerson;

const Instant now = *parse_instant("2027-03-16T10:00:00Z");
const Instant later = *parse_instant("2027-04-16T10:00:00Z");

class Contacts : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }

  template <class Work>
  static auto as_board(const std::string& who, Work&& work) {
    return region::gateway().as_board(region::session_of(who), std::forward<Work>(work));
  }
  template <class Work>
  static auto as_agency(const std::string& who, Work&& work) {
    return region::gateway().as_agency(region::session_of(who), std::forward<Work>(work));
  }

  static EntryId entry_of(const region::Board& board) {
    return EntryId(
        Raw::superuser().one("select entry_id from tenant.register_entry where tenant_id"
                             " = '" +
                             board.party + "' and agency_id = '" + region::agency + "' limit 1"));
  }
  static WritePerson lead(const std::string& name) {
    return {"section11_lead", name, "Manager", name + "@agency.example", ""};
  }
  static ContactId add(const region::Board& board, const std::string& name) {
    const auto made = as_board(board.manager, [&](postgres::BoardTx& tx) {
      return agency_register::add_contact(tx, entry_of(board), lead(name), now);
    });
    EXPECT_TRUE(made.has_value());
    return *made;
  }
  static People seen_by(const region::Board& board) {
    return *as_board(board.manager, [&](postgres::BoardTx& tx) {
      return agency_register::read_contacts_of(tx, entry_of(board));
    });
  }
  static Result<std::vector<People>> own(const std::string& who = "lead") {
    return as_agency(who,
                     [](postgres::AgencyTx& tx) { return agency_register::list_own_contacts(tx); });
  }
  static std::vector<std::string> names(const People& people, bool standing) {
    std::vector<std::string> all;
    for (const auto& person : people.persons) {
      if (person.valid_to.has_value() != standing) all.push_back(person.name);
    }
    std::sort(all.begin(), all.end());
    return all;
  }
  static Result<ContactId> correct(const EntryId& entry, const ContactId& contact,
                                   const WritePerson& person, const std::string& who = "lead") {
    return as_agency(who, [&](postgres::AgencyTx& tx) {
      return agency_register::correct_own_contact(tx, entry, contact, person, later);
    });
  }
  void TearDown() override {
    Raw::superuser().run("delete from tenant.contact; delete from tenant.contact_confirmation");
  }
};

TEST_F(Contacts, that_the_organisation_corrects_reach_that_board_as_dated_changes_and_no_other) {
  const auto mine = add(region::narrative(), "Ann");
  const auto others = add(region::lights(), "Ann");
  const auto made = correct(entry_of(region::narrative()), mine, lead("Ben"));
  ASSERT_TRUE(made.has_value()) << made.problem().detail;
  const auto people = seen_by(region::narrative());
  EXPECT_THAT(names(people, true), ::testing::ElementsAre("Ben"));
  EXPECT_THAT(names(people, false), ::testing::ElementsAre("Ann"));
  const auto& before = people.persons.back();
  EXPECT_EQ(to_iso(before.valid_from), "2027-03-16");
  EXPECT_EQ(to_iso(*before.valid_to), "2027-04-16");
  EXPECT_EQ(before.added_from + " " + before.ended_from, "board agency");
  EXPECT_EQ(people.persons.front().added_from, "agency");
  EXPECT_THAT(names(seen_by(region::lights()), true), ::testing::ElementsAre("Ann"));
  EXPECT_EQ(Raw::superuser().one("select replaces_id from tenant.contact where contact_id = '" +
                                 made->text() + "'"),
            mine.text());
  EXPECT_NE(mine, others);
}

TEST_F(Contacts, of_a_person_whom_two_boards_know_are_connected_by_nothing) {
  add(region::narrative(), "Ann");
  add(region::lights(), "Ann");
  const auto all = own();
  ASSERT_TRUE(all.has_value());
  int seen = 0;
  for (const auto& people : *all)
    seen += static_cast<int>(people.persons.size());
  EXPECT_EQ(seen, 2) << "the organisation sees both";
  EXPECT_EQ(seen_by(region::narrative()).persons.size(), 1U);
  EXPECT_EQ(
      Raw::superuser().one("select count(*) from information_schema.columns where table_schema"
                           " = 'tenant' and table_name = 'contact' and column_name like"
                           " '%person%'"),
      "0");
}

TEST_F(Contacts, of_another_organisation_are_not_there) {
  const auto mine = add(region::narrative(), "Ann");
  const auto entry = entry_of(region::narrative());
  for (const auto& made : {correct(entry, mine, lead("Ben"), "other lead"),
                           correct(EntryId::random(), mine, lead("Ben"))}) {
    ASSERT_FALSE(made.has_value());
    EXPECT_EQ(made.problem().code, ProblemCode::not_found);
  }
  const auto theirs = own("other lead");
  ASSERT_TRUE(theirs.has_value());
  for (const auto& people : *theirs)
    EXPECT_TRUE(people.persons.empty());
  const auto other_board = as_board(region::lights().manager, [&](postgres::BoardTx& tx) {
    return agency_register::correct_contact(tx, entry, mine, lead("Ben"), later);
  });
  ASSERT_FALSE(other_board.has_value());
  EXPECT_EQ(other_board.problem().code, ProblemCode::not_found);
  EXPECT_THAT(names(seen_by(region::narrative()), true), ::testing::ElementsAre("Ann"));
}

// Boards go on writing to whoever has left, until somebody says so.
TEST_F(Contacts, of_somebody_who_is_no_colleague_any_more_are_marked_for_the_lead) {
  const std::string person = "0d000000-0000-4000-8000-0000000000d1";
  const std::string membership = "0d000000-0000-4000-8000-0000000000e1";
  auto owner = Raw::superuser();
  owner.run("select operator.add_person('" + person + "', 'ann@agency.example', 'Ann', '')");
  owner.run("select operator.add_membership('" + membership + "', '" + person + "', '" +
            std::string(region::agency) + "', null, 'contributor', '')");
  add(region::narrative(), "Ann");
  add(region::narrative(), "Ben");
  const auto marked = [] {
    std::vector<std::string> names;
    const auto all = own();
    for (const auto& people : *all)
      for (const auto& one : people.persons)
        if (one.left) names.push_back(one.name);
    return names;
  };
  EXPECT_THAT(marked(), ::testing::IsEmpty()) << "a colleague, and somebody who never was one";
  ASSERT_TRUE(as_agency("lead", [&](postgres::AgencyTx& tx) {
    return identity::remove_colleague(tx, MembershipId(membership));
  }));
  EXPECT_THAT(marked(), ::testing::ElementsAre("Ann"));
  for (const auto& one : seen_by(region::narrative()).persons)
    EXPECT_FALSE(one.left) << "boards learn nothing of who works in the room";
  owner.run("delete from identity.membership where membership_id = '" + membership + "'");
}

// The application's own role, past the use cases.
TEST_F(Contacts, cannot_be_written_into_another_s_entry_by_any_statement) {
  add(region::narrative(), "Ann");
  const auto entry = entry_of(region::narrative());
  const auto written = as_agency("other lead", [&](postgres::AgencyTx& tx) -> Result<int> {
    return static_cast<int>(agency_register::end_person(
        tx, ContactId(Raw::superuser().one("select contact_id from tenant.contact limit 1")),
        "left", day_in_england(later), later));
  });
  EXPECT_EQ(*written, 0);
  const auto added = as_agency("other lead", [&](postgres::AgencyTx& tx) -> Result<int> {
    try {
      agency_register::insert_person(
          tx, {entry, lead("Eve"), std::nullopt, day_in_england(later), later});
    } catch (const std::exception&) {
      return Problem{ProblemCode::not_found, "none", "None."};
    }
    return 1;
  });
  EXPECT_FALSE(added.has_value()) << "the entry is not this organisation's";
}

TEST_F(Contacts, that_somebody_ended_meanwhile_are_a_conflict_on_both_sides) {
  const auto mine = add(region::narrative(), "Ann");
  const auto entry = entry_of(region::narrative());
  ASSERT_TRUE(correct(entry, mine, lead("Ben")).has_value());
  const auto again = correct(entry, mine, lead("Cat"));
  ASSERT_FALSE(again.has_value());
  EXPECT_EQ(again.problem().key, "changed-meanwhile");
  const auto board = as_board(region::narrative().manager, [&](postgres::BoardTx& tx) {
    return agency_register::end_contact(tx, entry, mine, "left", later);
  });
  ASSERT_FALSE(board.has_value());
  EXPECT_EQ(board.problem().key, "changed-meanwhile");
  EXPECT_THAT(names(seen_by(region::narrative()), true), ::testing::ElementsAre("Ben"));
}

TEST_F(Contacts, are_confirmed_once_for_the_returns_that_were_asked_for) {
  add(region::narrative(), "Ann");
  const auto entry = entry_of(region::narrative());
  const auto needs = [&] { return seen_by(region::narrative()).needs_confirming; };
  const auto own_needs = [&] {
    const auto all = own();
    return std::find_if(all->begin(), all->end(),
                        [&](const auto& people) { return people.entry == entry; })
        ->needs_confirming;
  };
  Raw::superuser().run("update tenant.request set asked_at = '2027-03-01' where tenant_id = '" +
                       region::narrative().party + "'");
  EXPECT_TRUE(needs());
  EXPECT_TRUE(own_needs());
  ASSERT_TRUE(as_agency("lead", [&](postgres::AgencyTx& tx) {
                return agency_register::confirm_contacts(tx, entry, later);
              }).has_value());
  EXPECT_FALSE(needs());
  EXPECT_FALSE(own_needs());
  EXPECT_EQ(seen_by(region::narrative()).confirmed->at, later);
  Raw::superuser().run("update tenant.request set asked_at = '2027-05-01' where tenant_id = '" +
                       region::narrative().party + "'");
  EXPECT_TRUE(needs()) << "the next cycle";
}

TEST_F(Contacts, are_refused_with_every_field_that_will_not_do_and_nothing_is_kept) {
  const auto entry = entry_of(region::narrative());
  const auto made = as_agency("lead", [&](postgres::AgencyTx& tx) {
    return agency_register::add_own_contact(tx, entry, {}, now);
  });
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.problem().fields.size(), 3U);
  EXPECT_TRUE(seen_by(region::narrative()).persons.empty());
}

TEST_F(Contacts, of_a_board_are_found_by_name_role_and_mail_that_came_back) {
  add(region::narrative(), "Ann");
  add(region::narrative(), "Ben");
  add(region::lights(), "Ann");
  Raw::superuser().run("update tenant.contact set bounced_at = now() where name = 'Ben'");
  agency_register::PeopleAsked asked;
  const auto found = [&] {
    return *as_board(region::narrative().manager,
                     [&](postgres::BoardTx& tx) -> Result<agency_register::PeopleFound> {
                       return agency_register::find_people(tx, asked);
                     });
  };
  EXPECT_EQ(found().total, 2);
  asked.text = "ann";
  EXPECT_EQ(found().total, 1);
  asked = {};
  asked.roles = {"head"};
  EXPECT_EQ(found().total, 0);
  asked = {};
  asked.limit = 1;
  asked.offset = 1;
  EXPECT_EQ(found().persons.size(), 1U);
  asked = {};
  asked.by_organisation = false;
  asked.descending = true;
  EXPECT_EQ(found().persons.at(0).person.name, "Ben");
  asked = {};
  asked.bounced_only = true;
  const auto bounced = found().persons.at(0).person;
  EXPECT_EQ(bounced.name, "Ben");
  const auto trusted = as_board(region::narrative().manager, [&](postgres::BoardTx& tx) {
    return agency_register::trust_address(tx, entry_of(region::narrative()), bounced.contact);
  });
  EXPECT_TRUE(trusted.has_value());
  EXPECT_EQ(found().total, 0);
}

}  // namespace
}  // namespace onereturn::testing
