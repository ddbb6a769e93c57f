// Waves: many are asked at once, counts stay right whatever happens, and 1,500 are no strain.

#include <gmock/gmock.h>

#include "database/cycle/cycle.hpp"
#include "domain/agency_register/register_list.hpp"
#include "domain/reporting/board_home.hpp"
#include "domain/returns/ask_for_return.hpp"
#include "domain/returns/change_request.hpp"
#include "domain/returns/count_progress.hpp"
#include "domain/returns/leave_cycle.hpp"
#include "platform/postgres/job_queue.hpp"

namespace onereturn::testing {
namespace {

namespace region = delivery_region;
using returns::OpenRequests;
using ::testing::IsEmpty;

class Waves : public Cycle {
 protected:
  void TearDown() override { EXPECT_THAT(miscounted(), IsEmpty()); }

  static returns::WavePage rows(const AuditId& id, const returns::WaveQuery& query = {}) {
    return *as_board([&](postgres::BoardTx& tx) {
      return Result<returns::WavePage>(returns::list_wave(tx, id, query, today));
    });
  }
  static RequestId request_in(const AuditId& id) { return rows(id).rows.at(0).request; }
  static std::string state_of(const AuditId& id) { return rows(id).rows.at(0).state; }

  template <class Work>
  static std::size_t statements_of(Work&& work) {
    const auto before = postgres::statements_on_this_thread();
    EXPECT_TRUE(as_board(std::forward<Work>(work)).has_value());
    return postgres::statements_on_this_thread() - before;
  }
  static std::vector<EntryId> many(int count, const std::string& name) {
    std::vector<EntryId> ids;
    for (auto& id : Raw::superuser().all(
             "insert into tenant.register_entry (tenant_id, name, type, from_on, completed_on)"
             " select '" +
             region::narrative().party + "', '" + name +
             " ' || n, 'school',"
             " '2025-01-01', '2025-04-30' from generate_series(1, " +
             std::to_string(count) + ") n returning entry_id")) {
      ids.emplace_back(std::move(id));
    }
    return ids;
  }
  static int count_jobs() {
    postgres::JobQueue queue(region::worker());
    (void)queue.announce_progress(std::chrono::seconds(0));
    int done = 0;
    for (const auto& job : queue.claim(50, std::chrono::seconds(60))) {
      if (job.kind != "count_progress") continue;
      const auto counted =
          region::worker().as_agency_job(job.lease, [&](postgres::AgencyJobTx& tx) -> Result<Done> {
            returns::count_progress(tx, job.lease.job, job.lease.fence, now);
            return Done{};
          });
      EXPECT_TRUE(counted.has_value());
      ++done;
    }
    return done;
  }
};

TEST_F(Waves, ask_everybody_once_and_tell_who_was_asked_before) {
  const auto one = add("Wave one");
  const auto two = add("Wave two");
  const auto command = wave_of({one, two, one, entry_of(region::lights())}, "2031");
  const auto made = open(command);
  ASSERT_TRUE(made) << made.problem().detail;
  EXPECT_EQ(made->asked, 2);
  EXPECT_EQ(made->not_here, 1) << "another board's entry";
  EXPECT_EQ(made->not_invited, 2);
  EXPECT_EQ(wave(made->wave).counts.asked(), 2);
  EXPECT_EQ(wave(made->wave).counts.not_started(), 2);
  const auto again = open(command);
  ASSERT_TRUE(again);
  EXPECT_EQ(rows(made->wave).total, 2) << "pressing twice asks nobody again";
  auto other = command;
  other.title = "Something else";
  EXPECT_EQ(open(other).problem().key, "key-reused");
  const auto late = add("Late joiner");
  const auto joined = as_board([&](postgres::BoardTx& tx) {
    return returns::join_wave(tx, {made->wave, std::nullopt, {one, late}, now});
  });
  ASSERT_TRUE(joined);
  EXPECT_EQ(joined->asked, 1);
  EXPECT_EQ(joined->already, 1);
  EXPECT_EQ(wave(made->wave).counts.asked(), 3);
  EXPECT_EQ(Raw::superuser().one("select count(*) from tenant.audit_entry where what ="
                                 " 'request.asked' and subject_ref in (select request_id::text from"
                                 " tenant.request where audit_id = '" +
                                 made->wave.text() + "')"),
            "3");
}

TEST_F(Waves, are_not_found_from_another_board) {
  const auto made = open(wave_of({add("Walled off")}, "2032"));
  ASSERT_TRUE(made);
  const auto theirs =
      as_board([&](postgres::BoardTx& tx) { return returns::read_wave(tx, made->wave, today); },
               other_manager);
  ASSERT_FALSE(theirs);
  EXPECT_EQ(theirs.problem().key, "not-found");
  const auto joined = as_board(
      [&](postgres::BoardTx& tx) {
        return returns::join_wave(tx, {made->wave, std::nullopt, {EntryId::random()}, now});
      },
      other_manager);
  EXPECT_EQ(joined.problem().key, "not-found");
  const auto home = as_board(
      [&](postgres::BoardTx& tx) { return reporting::read_board_home(tx, made->wave, now); },
      other_manager);
  EXPECT_EQ(home.problem().key, "not-found");
}

TEST_F(Waves, that_roll_ask_each_for_its_own_day) {
  agency_register::WriteEntry write;
  write.completed_on = parse_date("2025-06-30");
  const auto own = add("Rolling own date", write);
  const auto none = add("Rolling first time");
  write.completed_on = parse_date("2024-01-31");
  const auto overdue = add("Rolling overdue", write);
  auto command = wave_of({own, none, overdue}, "2033");
  command.rolling = true;
  command.due_on = parse_date("2027-05-28");
  const auto made = open(command);
  ASSERT_TRUE(made);
  std::map<std::string, std::string> due;
  for (const auto& row : rows(made->wave).rows)
    due[row.name] = to_iso(row.due_on);
  EXPECT_EQ(due["Rolling own date"], "2027-06-30");
  EXPECT_EQ(due["Rolling first time"], "2027-05-28");
  EXPECT_EQ(due["Rolling overdue"], "2027-05-28") << "nobody is asked for a day that is over";
}

TEST_F(Waves, lose_from_their_denominator_who_closes_or_need_not_answer) {
  const auto kept = add("Closes, kept");
  const auto gone = add("Closes, withdrawn");
  const auto spared = add("Need not answer");
  const auto made = open(wave_of({kept, gone, spared}, "2034"));
  ASSERT_TRUE(made);
  const auto close = [&](const EntryId& entry, OpenRequests open) {
    return as_board([&](postgres::BoardTx& tx) {
      return returns::close_organisation(tx, entry, {today, ""}, open, now);
    });
  };
  ASSERT_TRUE(close(kept, OpenRequests::keep));
  ASSERT_TRUE(close(gone, OpenRequests::withdraw));
  auto counts = wave(made->wave).counts;
  EXPECT_EQ(counts.asked(), 1);
  EXPECT_EQ(counts.left_out, 1);
  EXPECT_EQ(counts.withdrawn, 1);
  returns::WaveQuery query;
  query.text = "Need not";
  const auto request = rows(made->wave, query).rows.at(0).request;
  const auto spare = [&](const char* reason) {
    return as_board([&](postgres::BoardTx& tx) {
      return returns::leave_request_out(tx, request, reason, now);
    });
  };
  EXPECT_EQ(spare(" ").problem().key, "validation");
  ASSERT_TRUE(spare("It has no children this year"));
  ASSERT_TRUE(spare("Twice")) << "is as good as once";
  EXPECT_EQ(wave(made->wave).counts.asked(), 0);
  ASSERT_TRUE(as_board(
      [&](postgres::BoardTx& tx) { return returns::count_request_again(tx, request, now); }));
  ASSERT_TRUE(as_board(
      [&](postgres::BoardTx& tx) { return returns::open_organisation_again(tx, kept, now); }));
  counts = wave(made->wave).counts;
  EXPECT_EQ(counts.asked(), 2) << "what was withdrawn stays withdrawn";
  EXPECT_EQ(counts.withdrawn, 1);
}

TEST_F(Waves, are_counted_by_whoever_changes_a_return) {
  const auto made = open(wave_of({add("Counted")}, "2035"));
  ASSERT_TRUE(made);
  const auto request = request_in(made->wave);
  auto arranger = Raw::superuser();
  const auto set = [&](const std::string& state) {
    arranger.run("update tenant.return set state = '" + state + "' where request_id = '" +
                 request.text() + "'");
    EXPECT_THAT(miscounted(), IsEmpty()) << state;
    return state_of(made->wave);
  };
  arranger.run("insert into tenant.return (tenant_id, request_id, origin) values ('" +
               region::narrative().party + "', '" + request.text() + "', 'direct')");
  EXPECT_EQ(state_of(made->wave), "to_evaluate");
  EXPECT_EQ(wave(made->wave).counts.in(), 1);
  EXPECT_EQ(set("returned"), "sent_back");
  EXPECT_EQ(set("received"), "to_evaluate");
  EXPECT_EQ(set("evaluated"), "evaluated");
  EXPECT_EQ(set("signed_off"), "signed_off");
  EXPECT_EQ(wave(made->wave).counts.signed_off, 1);
  // The twin: a count that somebody changed is noticed.
  arranger.run("update tenant.audit_count set signed_off = 7 where audit_id = '" +
               made->wave.text() + "'");
  EXPECT_EQ(miscounted().size(), 1U);
  arranger.run("update tenant.audit_count set signed_off = 1 where audit_id = '" +
               made->wave.text() + "'");
}

TEST_F(Waves, learn_how_far_an_agency_is_as_three_numbers) {
  auto command = wave_of({entry_of(region::narrative())}, "2036");
  const auto made = open(command);
  ASSERT_TRUE(made);
  EXPECT_EQ(made->not_invited, 0);
  EXPECT_FALSE(rows(made->wave).rows.at(0).questions.has_value());
  EXPECT_GE(count_jobs(), 1);
  const auto row = rows(made->wave).rows.at(0);
  ASSERT_TRUE(row.questions.has_value());
  EXPECT_GT(*row.questions, 0);
  EXPECT_LE(row.drafted + row.confirmed, *row.questions);
  EXPECT_EQ(
      Raw::superuser().one("select string_agg(attname, ',' order by attnum) from"
                           " pg_attribute where attrelid = 'tenant.request_progress'::regclass"
                           " and attnum > 0"),
      "tenant_id,request_id,agency_id,questions,drafted,confirmed,counted_at");
  ASSERT_TRUE(as_board(
      [&](postgres::BoardTx& tx) { return returns::withdraw_request(tx, row.request, now); }));
  EXPECT_EQ(Raw::superuser().one("select count(*) from tenant.request_progress where request_id ="
                                 " '" +
                                 row.request.text() + "'"),
            "0");
  (void)count_jobs();
  EXPECT_EQ(Raw::superuser().one("select count(*) from tenant.request_progress where request_id ="
                                 " '" +
                                 row.request.text() + "'"),
            "0")
      << "and nobody writes it again";
}

TEST_F(Waves, take_the_same_statements_for_ten_as_for_fifteen_hundred) {
  // What is read once and kept, of forms and connections, is read before.
  for (const auto* period : {"2039", "2040"})
    ASSERT_TRUE(open(wave_of(many(1, std::string("Warm ") + period), period)));
  const auto few = many(10, "Few");
  const auto crowd = many(1500, "Crowd");
  const auto small = wave_of(few, "2037");
  const auto large = wave_of(crowd, "2038");
  const auto opening = [](const returns::OpenWave& command) {
    return [&command](postgres::BoardTx& tx) { return returns::open_wave(tx, command); };
  };
  EXPECT_EQ(statements_of(opening(small)), statements_of(opening(large)));
  EXPECT_EQ(wave(large.wave).counts.asked(), 1500);
  pqxx::nontransaction(Raw::superuser().connection()).exec("analyze");
  const auto home = [](const AuditId& id) {
    return [id](postgres::BoardTx& tx) { return reporting::read_board_home(tx, id, now); };
  };
  const auto statements = statements_of(home(small.wave));
  EXPECT_EQ(statements, statements_of(home(large.wave)));
  EXPECT_LE(statements, 20U);
  const auto page = [](int count, const std::string& text) {
    return [count, text](postgres::BoardTx& tx) {
      agency_register::RegisterQuery query;
      query.text = text;
      query.count = count;
      return Result<agency_register::RegisterPage>(agency_register::list_entries(tx, query, today));
    };
  };
  EXPECT_EQ(statements_of(page(50, "Few")), statements_of(page(2000, "")));
  const auto began = std::chrono::steady_clock::now();
  const auto all = *as_board(page(2000, "Crowd"));
  const auto took = std::chrono::steady_clock::now() - began;
  EXPECT_EQ(all.total, 1500);
  EXPECT_EQ(all.rows.front().state, "not_started");
  EXPECT_EQ(to_iso(*all.rows.front().due_on), "2027-04-30");
  RecordProperty(
      "register_of_1500_ms",
      static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(took).count()));
  EXPECT_LT(took, std::chrono::seconds(10));
}

}  // namespace
}  // namespace onereturn::testing
