// A board asks for returns: what it makes, what it refuses, and what each side sees of it.

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "domain/agency_register/finish_join.hpp"
#include "domain/agency_register/keep_register.hpp"
#include "domain/notifications/queue_mail.hpp"
#include "domain/returns/ask_for_return.hpp"
#include "domain/returns/change_request.hpp"
#include "domain/returns/load_workspace.hpp"
#include "support/delivery_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = delivery_region;
using returns::AskedState;
using returns::AskForReturn;

const Instant now = *parse_instant("2027-03-16T10:00:00Z");
const Date today = *parse_date("2027-03-16");

const std::string& first_manager() { return region::narrative().manager; }
const std::string& second_manager() { return region::lights().manager; }

class Asking : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }

  template <class Work>
  static auto as_board(const std::string& who, Work&& work) {
    return region::gateway().as_board(region::session_of(who), std::forward<Work>(work));
  }

  static EntryId joined_entry() {
    return EntryId(Raw::superuser().one("select entry_id from tenant.request where request_id = '" +
                                        region::narrative().request + "'"));
  }
  static EntryId new_entry(const std::string& who = first_manager()) {
    return *as_board(who, [&](postgres::BoardTx& tx) {
      return agency_register::add_entry(tx, {"", "Fern Lane", "school", ""}, now);
    });
  }
  static void invite(const EntryId& entry) {
    const auto done = as_board(first_manager(), [&](postgres::BoardTx& tx) -> Result<Done> {
      notifications::JoinMail mail;
      mail.mail = {"join", "head@fern-lane.example", {{"name", "A. Name"}}};
      mail.about = entry;
      const auto link = notifications::queue_join_mail(tx, mail);
      return agency_register::note_invited(tx, entry, link->text(), now);
    });
    ASSERT_TRUE(done.has_value());
  }

  static AskForReturn whole(const EntryId& entry, const std::string& period) {
    AskForReturn command;
    command.asking = AskingId::random();
    command.entry = entry;
    command.form = region::narrative().form;
    command.period = period;
    command.due_on = parse_date("2027-05-28");
    command.at = now;
    return command;
  }
  // A month between each two parts.
  static AskForReturn in_parts(const EntryId& entry, const std::string& period) {
    auto command = whole(entry, period);
    command.in_parts = true;
    const auto forms = as_board(first_manager(), [](postgres::BoardTx& tx) {
      return Result<std::vector<returns::BoardForm>>(returns::forms_to_ask(tx));
    });
    Date due{std::chrono::year{2027}, std::chrono::April, std::chrono::day{28}};
    for (const auto& part : forms->front().parts) {
      command.parts.push_back({part.section, due});
      due += std::chrono::months{1};
    }
    return command;
  }
  static Result<std::vector<RequestId>> ask(const AskForReturn& command,
                                            const std::string& who = first_manager()) {
    return as_board(who,
                    [&](postgres::BoardTx& tx) { return returns::ask_for_return(tx, command); });
  }
  static std::vector<returns::AskedRequest> asked(const std::optional<EntryId>& entry,
                                                  const std::string& who = first_manager()) {
    return *as_board(who, [&](postgres::BoardTx& tx) {
      return Result<std::vector<returns::AskedRequest>>(returns::list_asked(tx, entry));
    });
  }
  static returns::RequestWithChanges read(const RequestId& request) {
    return *as_board(first_manager(),
                     [&](postgres::BoardTx& tx) { return returns::read_asked(tx, request); });
  }
  static Result<Done> change(const RequestId& request, const std::string& due,
                             const std::string& who = first_manager()) {
    return as_board(who, [&](postgres::BoardTx& tx) {
      return returns::change_due_date(tx, request, parse_date(due), now);
    });
  }
  static Result<Done> withdraw(const RequestId& request, const std::string& who = first_manager()) {
    return as_board(
        who, [&](postgres::BoardTx& tx) { return returns::withdraw_request(tx, request, now); });
  }
  static const returns::Engaged* in_room(const returns::Workspace& room, const RequestId& request) {
    return room.find(request);
  }
  static returns::Workspace room() {
    return *region::gateway().as_agency(region::session_of("lead"), [](postgres::AgencyTx& tx) {
      return returns::load_workspace(tx, std::nullopt, today);
    });
  }
  static std::string count(const std::string& what, const std::string& request) {
    return Raw::superuser().one("select count(*) from tenant.audit_entry where what = '" + what +
                                "' and subject_ref = '" + request + "'");
  }
};

TEST_F(Asking, puts_the_whole_form_into_the_room_of_who_has_joined) {
  const auto made = ask(whole(joined_entry(), "2028"));
  ASSERT_TRUE(made.has_value()) << made.problem().detail;
  ASSERT_EQ(made->size(), 1U);
  const auto workspace = room();
  const auto* engaged = in_room(workspace, made->front());
  ASSERT_NE(engaged, nullptr);
  EXPECT_TRUE(engaged->parts.empty());
  EXPECT_EQ(to_iso(engaged->due_on), "2027-05-28");
  EXPECT_EQ(to_iso(engaged->asked_on), "2027-03-16") << "business time";
  EXPECT_EQ(engaged->audit_name, "Section 11 self-assessment, 2028");
  EXPECT_EQ(count("request.asked", made->front().text()), "1");
  const auto list = asked(joined_entry());
  EXPECT_TRUE(std::any_of(list.begin(), list.end(), [&](const auto& each) {
    return each.request == made->front() && each.state == AskedState::asked;
  }));
}

TEST_F(Asking, in_parts_makes_a_request_for_each_date) {
  auto command = in_parts(joined_entry(), "2029");
  command.parts[1].due_on = command.parts[0].due_on;
  const auto made = ask(command);
  ASSERT_TRUE(made.has_value()) << made.problem().detail;
  ASSERT_EQ(made->size(), command.parts.size() - 1) << "two have one date";
  const auto workspace = room();
  const auto* first = in_room(workspace, made->front());
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(first->parts,
            (std::vector<std::string>{command.parts[0].section, command.parts[1].section}));
  EXPECT_EQ(first->form->sections.size(), 2U);
  EXPECT_EQ(read(made->front()).request.places.size(), 2U);
}

TEST_F(Asking, twice_with_one_number_asks_once) {
  const auto command = in_parts(joined_entry(), "2030");
  const auto once = ask(command);
  const auto again = ask(command);
  ASSERT_TRUE(once.has_value() && again.has_value());
  EXPECT_EQ(std::set<RequestId>(once->begin(), once->end()),
            std::set<RequestId>(again->begin(), again->end()));
  EXPECT_EQ(Raw::superuser().one("select count(*) from tenant.request where asking_id = '" +
                                 command.asking.text() + "'"),
            std::to_string(once->size()));
  EXPECT_EQ(count("request.asked", once->front().text()), "1");
}

TEST_F(Asking, a_number_that_has_asked_asks_nobody_else) {
  const auto command = whole(joined_entry(), "2040");
  ASSERT_TRUE(ask(command).has_value());
  auto elsewhere = command;
  elsewhere.entry = new_entry();
  invite(elsewhere.entry);
  const auto refused = ask(elsewhere);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.problem().code, ProblemCode::conflict);
  EXPECT_EQ(refused.problem().key, "key-reused");
  EXPECT_TRUE(asked(elsewhere.entry).empty());
}

TEST_F(Asking, a_number_that_has_asked_asks_for_nothing_else) {
  const auto command = whole(joined_entry(), "2041");
  const auto made = ask(command);
  ASSERT_TRUE(made.has_value());
  const auto key = [](const returns::AskForReturn& again) {
    const auto result = ask(again);
    return result ? std::string() : result.problem().key;
  };
  auto period = command;
  period.period = "2042";
  EXPECT_EQ(key(period), "key-reused");
  auto later = command;
  later.due_on = parse_date("2027-05-31");
  EXPECT_EQ(key(later), "key-reused");
  auto form = command;
  form.form = region::lights().form;
  EXPECT_EQ(key(form), "key-reused");
  auto parts = in_parts(command.entry, "2041");
  parts.asking = command.asking;
  EXPECT_EQ(key(parts), "key-reused");
  auto spaced = command;
  spaced.period = "  2041 ";
  EXPECT_EQ(key(spaced), "") << "the same, typed otherwise";
  ASSERT_TRUE(change(made->front(), "2027-06-30").has_value());
  EXPECT_EQ(key(command), "") << "what it named then, although the date was moved since";
  EXPECT_EQ(key(later), "key-reused");

  const auto divided = in_parts(command.entry, "2043");
  ASSERT_TRUE(ask(divided).has_value());
  auto moved = divided;
  *moved.parts.back().due_on += std::chrono::months{1};
  EXPECT_EQ(key(moved), "key-reused");
  auto missing = divided;
  missing.parts.pop_back();
  EXPECT_EQ(key(missing), "key-reused");
  EXPECT_EQ(key(divided), "");
}

TEST_F(Asking, the_same_part_for_the_same_period_is_refused) {
  const auto entry = joined_entry();
  const auto made = ask(in_parts(entry, "2031"));
  ASSERT_TRUE(made.has_value());
  EXPECT_EQ(ask(whole(entry, "2031")).problem().key, "already-asked");
  EXPECT_EQ(ask(in_parts(entry, "2031")).problem().key, "already-asked");
  for (const auto& request : *made)
    ASSERT_TRUE(withdraw(request).has_value());
  EXPECT_TRUE(ask(whole(entry, "2031")).has_value()) << "after it was withdrawn";
}

TEST_F(Asking, waits_for_who_was_invited_and_answers_the_same) {
  const auto entry = new_entry();
  EXPECT_EQ(ask(whole(entry, "2027")).problem().key, "not-invited");
  invite(entry);
  const auto made = ask(whole(entry, "2027"));
  ASSERT_TRUE(made.has_value());
  auto raw = Raw::superuser();
  EXPECT_EQ(raw.one("select agency_id is null from tenant.request where request_id = '" +
                    made->front().text() + "'"),
            "t");
  const auto waiting = asked(entry).front();
  const auto there = asked(joined_entry()).front();
  EXPECT_EQ(waiting.state, there.state) << "a request says nothing of who has joined";
  EXPECT_TRUE(change(made->front(), "2027-06-01").has_value());
  // The other agency has joined this board by its own consent meanwhile.
  raw.run("insert into tenancy.connection (board_id, agency_id) values ('" +
          region::narrative().party + "', '" + region::other_agency + "')");
  const auto job = raw.one(
      "insert into jobs.job (kind, scope, party_id, source_tenant, source_ref, state, fence,"
      " lease_until) values ('join', 'board', '" +
      region::narrative().party + "', '" + region::other_agency + "', '" + entry.text() +
      "', 'running', 1, now() + interval '1 minute') returning job_id");
  agency_register::finish_join(region::worker(), {JobId(job), 1});
  const auto other = region::gateway().as_agency(
      region::session_of("other lead"),
      [](postgres::AgencyTx& tx) { return returns::load_workspace(tx, std::nullopt, today); });
  ASSERT_TRUE(other.has_value());
  const auto* engaged = other->find(made->front());
  ASSERT_NE(engaged, nullptr);
  EXPECT_EQ(to_iso(engaged->due_on), "2027-06-01");
  EXPECT_EQ(room().find(made->front()), nullptr);
}

TEST_F(Asking, changes_nothing_when_something_is_wrong) {
  const auto entry = joined_entry();
  const auto before = asked(entry).size();
  auto past = whole(entry, "2033");
  past.due_on = today;
  EXPECT_EQ(ask(past).problem().fields.front().field, "due");
  auto missing = in_parts(entry, "2033");
  missing.parts.pop_back();
  EXPECT_EQ(ask(missing).problem().code, ProblemCode::invalid);
  auto foreign = whole(entry, "2033");
  foreign.form = region::lights().form;
  EXPECT_EQ(ask(foreign).problem().fields.front().field, "form") << "another board's form";
  auto ended = whole(new_entry(), "2033");
  Raw::superuser().run("update tenant.register_entry set to_on = from_on where entry_id = '" +
                       ended.entry.text() + "'");
  EXPECT_EQ(ask(ended).problem().code, ProblemCode::closed);
  EXPECT_EQ(asked(entry).size(), before);
}

TEST_F(Asking, a_date_is_changed_with_what_it_was_before_and_the_agency_reads_the_new_one) {
  const auto made = ask(whole(joined_entry(), "2034"))->front();
  ASSERT_TRUE(change(made, "2027-07-01").has_value());
  ASSERT_TRUE(change(made, "2027-07-01").has_value()) << "twice is once";
  ASSERT_TRUE(change(made, "2027-08-02").has_value());
  EXPECT_EQ(change(made, "2027-03-16").problem().fields.front().field, "due");
  const auto found = read(made);
  ASSERT_EQ(found.changes.size(), 2U);
  EXPECT_EQ(to_iso(found.changes.front().was_due_on), "2027-07-01");
  EXPECT_EQ(to_iso(found.changes.back().was_due_on), "2027-05-28");
  EXPECT_EQ(found.changes.front().by, first_manager());
  const auto workspace = room();
  EXPECT_EQ(to_iso(in_room(workspace, made)->due_on), "2027-08-02");
  EXPECT_EQ(count("request.due_changed", made.text()), "2");
}

TEST_F(Asking, what_is_withdrawn_leaves_the_room_and_stays_in_the_register) {
  const auto made = ask(whole(joined_entry(), "2035"))->front();
  ASSERT_TRUE(withdraw(made).has_value());
  ASSERT_TRUE(withdraw(made).has_value()) << "twice is once";
  EXPECT_EQ(room().find(made), nullptr);
  EXPECT_EQ(read(made).request.state, AskedState::withdrawn);
  EXPECT_EQ(read(made).changes.size(), 1U);
  EXPECT_EQ(change(made, "2027-07-01").problem().key, "withdrawn");
  EXPECT_EQ(count("request.withdrawn", made.text()), "1");
}

TEST_F(Asking, nothing_is_changed_once_the_return_is_there) {
  const auto made = ask(whole(joined_entry(), "2036"))->front();
  Raw::superuser().run(
      "insert into tenant.return (tenant_id, request_id, agency_id, origin)"
      " select tenant_id, request_id, agency_id, 'fan_out' from tenant.request"
      " where request_id = '" +
      made.text() + "'");
  EXPECT_EQ(read(made).request.state, AskedState::received);
  EXPECT_EQ(change(made, "2027-07-01").problem().key, "answered");
  EXPECT_EQ(withdraw(made).problem().key, "answered");
  EXPECT_EQ(ask(whole(joined_entry(), "2036")).problem().key, "already-asked");
}

TEST_F(Asking, another_board_finds_nothing_of_it) {
  const auto entry = joined_entry();
  const auto made = ask(whole(entry, "2037"))->front();
  auto theirs = whole(entry, "2037");
  theirs.form = region::lights().form;
  EXPECT_EQ(ask(theirs, second_manager()).problem().code, ProblemCode::not_found);
  EXPECT_EQ(change(made, "2027-07-01", second_manager()).problem().code, ProblemCode::not_found);
  EXPECT_EQ(withdraw(made, second_manager()).problem().code, ProblemCode::not_found);
  for (const auto& each : asked(std::nullopt, second_manager()))
    EXPECT_EQ(each.form.code, region::lights().form);
  Raw gateway("gateway");
  for (const std::string table : {"asking", "request_change"}) {
    ASSERT_TRUE(change(made, table == "asking" ? "2027-07-01" : "2027-07-02").has_value());
    for (const auto& who : {second_manager(), std::string("lead")}) {
      pqxx::work work(gateway.connection());
      work.exec("select * from identity.enter(sha256('" + who + "'::bytea))");
      const auto may = work.exec1("select has_any_column_privilege(current_user, 'tenant." + table +
                                  "', 'select')")[0];
      if (may.as<bool>()) {
        EXPECT_EQ(work.exec1("select count(*) from tenant." + table)[0].as<int>(), 0) << who;
      }
    }
  }
}

// An agency does not read when or by whom a request was asked, but for its date.
TEST_F(Asking, the_agency_reads_its_side_alone) {
  Raw gateway("gateway");
  for (const std::string column : {"entry_id", "asking_id", "audit_id"}) {
    EXPECT_FALSE(gateway
                     .refusal({"select * from identity.enter(sha256('lead'::bytea))",
                               "select " + column + " from tenant.request"})
                     .empty())
        << column;
  }
  EXPECT_FALSE(gateway
                   .refusal({"select * from identity.enter(sha256('lead'::bytea))",
                             "update tenant.request set due_on = '2030-01-01'"})
                   .empty());
}

TEST_F(Asking, is_the_managers_to_do) {
  Raw raw("operator");
  raw.run(
      "select operator.add_person('d1000000-0000-4000-8000-0000000000aa', 'r@b.example',"
      " 'reader', '')");
  raw.run(
      "select operator.add_membership('e1000000-0000-4000-8000-0000000000aa',"
      " 'd1000000-0000-4000-8000-0000000000aa', '" +
      region::narrative().party + "', null, 'chair', '')");
  raw.run(
      "select operator.issue_session(sha256('chair'::bytea),"
      " 'd1000000-0000-4000-8000-0000000000aa', 'e1000000-0000-4000-8000-0000000000aa',"
      " 'bearer', '1 day')");
  const auto chair = [&](auto&& work) {
    return region::gateway().as_board(region::session_of("chair"), work);
  };
  const auto made = ask(whole(joined_entry(), "2038"))->front();
  const auto refused = chair([&](postgres::BoardTx& tx) {
    return returns::ask_for_return(tx, whole(joined_entry(), "2039"));
  });
  EXPECT_EQ(refused.problem().code, ProblemCode::forbidden);
  EXPECT_EQ(chair([&](postgres::BoardTx& tx) { return returns::withdraw_request(tx, made, now); })
                .problem()
                .code,
            ProblemCode::forbidden);
  EXPECT_TRUE(
      chair([&](postgres::BoardTx& tx) { return returns::read_asked(tx, made); }).has_value());
}

}  // namespace
}  // namespace onereturn::testing
