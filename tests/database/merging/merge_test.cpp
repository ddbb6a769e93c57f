// What a merge does to two rooms, and what it does not do to anybody else.

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/postgres/errors.hpp"
#include "rooms.hpp"
#include "support/isolation/rows.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;
using tenancy::Agreed;

std::string rows_of(const std::string& table, const Room& room, const std::string& more = "") {
  return value("select count(*) from tenant." + table + " where tenant_id = '" + room.party + "'" +
               more);
}

class Merge : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }
};

TEST_F(Merge, gives_the_answers_of_one_room_to_the_other_with_their_history) {
  const auto going = make_room("Ash going");
  const auto staying = make_room("Ash staying");
  answer(going, "C1", 0, "Theirs at first", 1);
  answer(going, "C1", 1, "Theirs at last", 3);
  answer(going, "C2", 0, "Only theirs", 2);
  answer(staying, "C1", 0, "Ours", 4);
  merge_into(going, staying);
  const auto ours =
      " and tenant_id = '" + staying.party + "' and unit_id = '" + staying.party + "'";
  EXPECT_EQ(value("select string_agg(requirement_code || text, ' ' order by 1) from"
                  " tenant.answer_text where true" +
                  ours),
            "C1Ours C2Only theirs");
  EXPECT_EQ(value("select level || ' ' || version || ' ' || (confirmed_at is not null) from"
                  " tenant.answer where requirement_code = 'C1'" +
                  ours),
            "4 5 true");
  EXPECT_EQ(value("select string_agg(version || (texts -> 0 ->> 2), ', ' order by version) from"
                  " tenant.answer_version where requirement_code = 'C1'" +
                  ours),
            "1Ours, 2Theirs at first, 3Theirs at last, 4Theirs at last, 5Ours");
  EXPECT_EQ(value("select kind || version || describes || level || from_room from"
                  " tenant.merged_answer where true" +
                  ours),
            "answer4Theirs at last3Ash going");
  EXPECT_EQ(value("select saved_by from tenant.answer_version where version = 4" + ours),
            going.lead);
}

TEST_F(Merge, offers_nothing_where_both_say_the_same) {
  const auto going = make_room("Aspen going");
  const auto staying = make_room("Aspen staying");
  answer(going, "C1", 0, "The same", 3);
  answer(staying, "C1", 0, "The same", 3);
  merge_into(going, staying);
  EXPECT_EQ(rows_of("merged_answer", staying), "0");
  EXPECT_EQ(rows_of("answer_version", staying), "4");
}

TEST_F(Merge, closes_the_room_that_goes_and_lets_its_people_into_the_other) {
  const auto going = make_room("Beech going");
  const auto staying = make_room("Beech staying");
  const auto writer = add_colleague(going, "writer", "contributor", "array['1', '2']");
  merge_into(going, staying);
  for (const auto& session : {going.session, std::string("Beech going writer")}) {
    EXPECT_EQ(Raw("gateway").refusal({region::enter(session)}), "OR002") << session;
  }
  const auto memberships = [](const std::string& person) {
    return value(
        "select string_agg(party_name || ' ' || role, ', ') from"
        " identity.memberships_of('" +
        person + "')");
  };
  EXPECT_EQ(memberships(writer), "Beech staying contributor");
  EXPECT_EQ(memberships(going.lead), "Beech staying lead");
  EXPECT_EQ(value("select array_to_string(standards, ' ') from identity.membership where to_at is"
                  " null and person_id = '" +
                  writer + "'"),
            "1 2");
  EXPECT_EQ(Raw("gateway").refusal({region::enter(staying.session)}), "");
  EXPECT_EQ(value("select status || merged_into from tenancy.party where party_id = '" +
                  going.party + "'"),
            "merged" + staying.party);
}

TEST_F(Merge, keeps_the_limits_that_somebody_has_in_the_room_that_stays) {
  const auto going = make_room("Briar going");
  const auto staying = make_room("Briar staying");
  const auto writer = add_colleague(staying, "writer", "contributor", "array['1']");
  Raw("operator")
      .run("select operator.add_membership(null, '" + writer + "', '" + going.party +
           "', null, 'contributor', '')");
  merge_into(going, staying);
  EXPECT_EQ(value("select count(*) || array_to_string(max(standards), ' ') from"
                  " identity.membership where to_at is null and person_id = '" +
                  writer + "'"),
            "11");
}

TEST_F(Merge, knows_the_names_of_those_who_left_before) {
  const auto going = make_room("Buckthorn going");
  const auto staying = make_room("Buckthorn staying");
  const auto writer = add_colleague(going, "writer", "contributor");
  Raw::superuser().run("update identity.membership set to_at = now() where person_id = '" + writer +
                       "'");
  merge_into(going, staying);
  Raw gateway("gateway");
  pqxx::work work(gateway.connection());
  work.exec(region::enter(staying.session));
  EXPECT_EQ(work.exec1("select person_name || is_current from identity.colleagues() where person_id"
                       " = '" +
                       writer + "'")[0]
                .as<std::string>(),
            "writerfalse");
  EXPECT_EQ(value("select count(*) from identity.memberships_of('" + writer + "')"), "0");
}

TEST_F(Merge, keeps_a_content_once_and_takes_up_again_what_was_leaving) {
  const auto going = make_room("Bullace going");
  const auto staying = make_room("Bullace staying");
  auto arranger = Raw::superuser();
  const auto keep = [&](const Room& room, const std::string& content, const std::string& scan) {
    arranger.run(
        "insert into tenant.evidence_blob (tenant_id, blob_sha256, size_bytes, media_type,"
        " scan) values ('" +
        room.party + "', sha256('" + content + "'), 1, 'application/pdf', '" + scan + "')");
  };
  keep(going, "both", "clean");
  keep(staying, "both", "clean");
  keep(going, "leaving", "clean");
  keep(staying, "leaving", "leaving");
  keep(going, "unchecked", "pending");
  keep(staying, "unchecked", "gone");
  keep(going, "theirs", "clean");
  arranger.run("insert into tenant.evidence (tenant_id, title, blob_sha256) values ('" +
               going.party + "', 'Policy', sha256('both'))");
  const auto id = propose(going, staying, true);
  ASSERT_TRUE(agree(staying, id).has_value());
  const auto merged = agree(going, id);
  ASSERT_TRUE(merged.has_value());
  EXPECT_EQ(merged->files.size(), 4U);
  EXPECT_EQ(value("select string_agg(scan, ' ' order by scan) from tenant.evidence_blob where"
                  " tenant_id = '" +
                  staying.party + "'"),
            "blocked clean clean clean");
  EXPECT_EQ(rows_of("evidence", staying), "1");
}

TEST_F(Merge, is_written_into_both_trails) {
  const auto going = make_room("Cherry going");
  const auto staying = make_room("Cherry staying");
  answer(going, "C1", 0, "Theirs", 1);
  merge_into(going, staying);
  EXPECT_EQ(
      rows_of("audit_entry", staying,
              " and what = 'room.merged' and subject_ref = '" + going.party +
                  "' and person_id = '" + going.lead + "' and facts -> 'rows' ->> 'answer' = '1'"),
      "1");
  EXPECT_EQ(rows_of("audit_entry", going,
                    " and what = 'room.closed' and subject_ref = '" + staying.party + "'"),
            "1");
  EXPECT_EQ(rows_of("audit_entry", going, " and what = 'answer.saved'"), "1")
      << "a trail stays where its chain is";
}

TEST_F(Merge, pressed_again_is_merged_already) {
  const auto going = make_room("Crab going");
  const auto staying = make_room("Crab staying");
  answer(going, "C1", 0, "Theirs", 1);
  const auto id = merge_into(going, staying);
  const auto before = everything();
  EXPECT_EQ(agree(staying, id)->outcome, Agreed::merged_before);
  EXPECT_THROW(agree(going, id), postgres::SessionEnded);
  EXPECT_EQ(everything(), before);
}

TEST_F(Merge, that_fails_on_the_way_leaves_both_rooms_as_they_were) {
  const auto going = make_room("Dogwood going");
  const auto staying = make_room("Dogwood staying");
  connect(region::board_one, going);
  ask("manager one", going, "Dogwood");
  answer(going, "C1", 0, "Theirs", 1);
  answer(staying, "C1", 0, "Ours", 2);
  const auto id = propose(going, staying, true);
  ASSERT_EQ(agree(staying, id)->outcome, Agreed::waiting);
  const auto before = everything();
  auto arranger = Raw::superuser();
  // Late on the way: a request is given to the other room when the answers are there already.
  arranger.run("alter table tenant.request add constraint planted check (agency_id <> '" +
               staying.party + "') not valid");
  const auto failed = agree(going, id);
  EXPECT_EQ(failed.problem().key, "room-busy");
  EXPECT_EQ(everything(), before);
  // And so does a program that is killed: what it had not committed never was.
  {
    Raw killed("gateway");
    pqxx::work work(killed.connection());
    work.exec(region::enter(going.session));
    work.exec("select tenancy.agree_merge('" + id.text() + "')");
    EXPECT_THROW(work.exec("select app.merge_rooms('" + id.text() + "')"), pqxx::sql_error);
  }
  EXPECT_EQ(everything(), before);
  arranger.run("alter table tenant.request drop constraint planted");
  EXPECT_EQ(agree(going, id)->outcome, Agreed::merged);
  EXPECT_EQ(rows_of("answer", going), "1") << "the text that the other room had too stays behind";
  EXPECT_EQ(value("select count(*) from tenant.request where agency_id = '" + staying.party + "'"),
            "1");
}

TEST_F(Merge, waits_for_whoever_is_writing_and_loses_no_word) {
  const auto going = make_room("Fig going");
  const auto staying = make_room("Fig staying");
  answer(going, "C1", 0, "Before", 1);
  const auto id = propose(going, staying, true);
  ASSERT_EQ(agree(staying, id)->outcome, Agreed::waiting);
  Raw writer("gateway");
  {
    pqxx::work writing(writer.connection());
    writing.exec(region::enter(going.session));
    writing.exec(
        "insert into tenant.commitment (tenant_id, unit_id, what, saved_by)"
        " values (app.party(), app.party(), 'Written meanwhile', app.person())");
    Raw other("gateway");
    other.run("set lock_timeout = '300ms'");
    EXPECT_EQ(other.refusal({region::enter(going.session),
                             "select tenancy.agree_merge('" + id.text() + "')",
                             "select app.merge_rooms('" + id.text() + "')"}),
              "55P03")
        << "it waits for the writer";
    writing.commit();
  }
  EXPECT_EQ(agree(going, id)->outcome, Agreed::merged);
  EXPECT_EQ(rows_of("commitment", staying), "1");
  EXPECT_EQ(rows_of("commitment", going), "0");
}

TEST_F(Merge, lets_jobs_that_wait_go_on_for_the_room_that_stays) {
  const auto going = make_room("Gean going");
  const auto staying = make_room("Gean staying");
  connect(region::board_one, going);
  const auto request = ask("manager one", going, "Gean");
  Raw gateway("gateway");
  std::string waiting;
  std::string running;
  {
    pqxx::work work(gateway.connection());
    work.exec(region::enter(going.session));
    const auto announce = [&](const char* kind) {
      return work
          .exec1("select jobs.announce('" + std::string(kind) + "', '" + region::board_one +
                 "', '" + request + "', '" + request + "')")[0]
          .as<std::string>();
    };
    waiting = announce("deliver");
    running = announce("carry_progress");
    work.commit();
  }
  const auto claimed = region::claim(running);
  Raw::superuser().run("insert into jobs.waking (party_id, on_day) values ('" + going.party +
                       "', '2027-05-01')");
  merge_into(going, staying);
  EXPECT_EQ(value("select count(*) from jobs.job where source_tenant = '" + staying.party +
                  "' and state = 'waiting' and job_id in ('" + waiting + "', '" + running + "')"),
            "2");
  EXPECT_EQ(value("select on_day from jobs.waking where party_id = '" + staying.party + "'"),
            "2027-05-01")
      << "evidence that runs out is still looked after";
  EXPECT_EQ(Raw("worker").refusal({region::enter_job(claimed)}), "OR003")
      << "whoever held it reads it again, from the room that stays";
}

TEST_F(Merge, shows_no_other_agency_anything) {
  const auto going = make_room("Hazel going");
  const auto staying = make_room("Hazel staying");
  const auto other = make_room("Hazel other");
  connect(region::board_one, going);
  connect(region::board_one, other);
  ask("manager one", going, "Hazel");
  ask("manager one", other, "Other");
  const auto before = readable(other.session);
  merge_into(going, staying);
  EXPECT_EQ(readable(other.session), before);
}

TEST_F(Merge, leaves_a_register_with_two_entries_for_a_board_that_invited_twice) {
  const auto going = make_room("Holly going");
  const auto staying = make_room("Holly staying");
  for (const auto* room : {&going, &staying})
    connect(region::board_one, *room);
  const auto first = ask("manager one", going, "Holly School");
  const auto second = ask("manager one", staying, "Holly Sch.");
  for (const auto* room : {&going, &staying}) {
    Raw gateway("gateway");
    pqxx::work work(gateway.connection());
    work.exec(region::enter(room->session));
    work.exec(
        "insert into tenant.board_answer (tenant_id, unit_id, board_id, requirement_code,"
        " describes, version, saved_by) values (app.party(), app.party(), '" +
        region::board_one + "', 'L1', 'By " + room->name + "', 1, app.person())");
    work.exec(
        "insert into tenant.board_answer_version (tenant_id, unit_id, board_id,"
        " requirement_code, version, describes, knows, improve, saved_by) values (app.party(),"
        " app.party(), '" +
        region::board_one + "', 'L1', 1, 'By " + room->name + "', '', '', app.person())");
    work.exec(
        "insert into tenant.lead_officer (tenant_id, unit_id, board_id, name) values"
        " (app.party(), app.party(), '" +
        region::board_one + "', 'Of " + room->name + "')");
    work.commit();
  }
  const auto before = readable("manager one", {"agency_id", "unit_id"});
  merge_into(going, staying);
  EXPECT_EQ(readable("manager one", {"agency_id", "unit_id"}), before);
  const auto now = readable(staying.session);
  EXPECT_EQ(now.at("tenant.request").size(), 2U) << first << second;
  EXPECT_EQ(value("select describes || version from tenant.board_answer where tenant_id = '" +
                  staying.party + "'"),
            "By Holly staying3");
  EXPECT_EQ(value("select string_agg(describes, ', ' order by version) from"
                  " tenant.board_answer_version where tenant_id = '" +
                  staying.party + "'"),
            "By Holly staying, By Holly going, By Holly staying");
  EXPECT_EQ(value("select kind || describes from tenant.merged_answer where tenant_id = '" +
                  staying.party + "'"),
            "for_boardBy Holly going");
  EXPECT_EQ(value("select name from tenant.lead_officer where tenant_id = '" + staying.party + "'"),
            "Of Holly staying");
}

TEST_F(Merge, can_be_followed_by_another) {
  const auto first = make_room("Ivy first");
  const auto second = make_room("Ivy second");
  const auto third = make_room("Ivy third");
  for (const auto* room : {&first, &second, &third})
    answer(*room, "C1", 0, "By " + room->name, 2);
  merge_into(first, second);
  merge_into(second, third);
  EXPECT_EQ(value("select string_agg(version || describes, ', ' order by version) from"
                  " tenant.merged_answer where tenant_id = '" +
                  third.party + "'"),
            "4By Ivy first, 6By Ivy second");
  EXPECT_EQ(value("select string_agg(texts -> 0 ->> 2, ', ' order by version) from"
                  " tenant.answer_version where tenant_id = '" +
                  third.party + "'"),
            "By Ivy third, By Ivy second, By Ivy first, By Ivy first, By Ivy second, By Ivy second,"
            " By Ivy third");
  EXPECT_EQ(value("select count(*) from tenancy.party where merged_into = '" + third.party + "'"),
            "2");
}

// Of every table one row: agency one's, which has joined both boards; agency two has one of them.
TEST_F(Merge, forgets_no_table_and_the_boards_read_what_they_read_before) {
  auto arranger = Raw::superuser();
  isolation::make_one_row_in_every_table(isolation::small_pair());
  const Room going{region::agency_one, region::lead_one, "lead one", "Party a1"};
  const Room staying{region::agency_two, region::lead_two, "lead two", "Party a2"};
  const std::vector<std::string> whose = {"agency_id", "unit_id"};
  auto one = readable("manager one", whose);
  auto two = readable("manager two", whose);
  const auto theirs = readable("lead one", {"tenant_id", "agency_id", "unit_id", "from_unit_id"});
  const auto id = propose(going, staying, true);
  ASSERT_EQ(agree(staying, id)->outcome, Agreed::waiting);
  const auto merged = agree(going, id);
  ASSERT_TRUE(merged.has_value()) << merged.problem().key;
  EXPECT_EQ(merged->files.size(), 1U);

  std::vector<std::string> left;
  for (const auto& table :
       arranger.all("select relname from pg_class where relnamespace = 'tenant'::regnamespace and"
                    " relkind = 'r'")) {
    const auto agency = arranger.one(
        "select count(*) from information_schema.columns where"
        " table_schema = 'tenant' and column_name = 'agency_id' and"
        " table_name = '" +
        table + "'");
    const std::string column = agency == "0" ? "tenant_id" : "agency_id";
    if (arranger.one("select count(*) from tenant." + table + " where " + column + " = '" +
                     going.party + "'") != "0") {
      left.push_back(table);
    }
  }
  EXPECT_THAT(left, ::testing::UnorderedElementsAre("unit", "evidence_blob", "presence",
                                                    "idempotency", "audit_entry", "audit_seal"));

  // The boards: nothing but whose it is has changed, and the name of the profile behind it.
  auto one_now = readable("manager one", whose);
  auto two_now = readable("manager two", whose);
  for (auto* seen : {&one, &two, &one_now, &two_now})
    seen->erase("tenancy.party_profile");
  EXPECT_EQ(one_now, one);
  EXPECT_EQ(two_now, two);

  // What the room that went could read, the one that stays reads, word for word.
  const auto ours = readable("lead two", {"tenant_id", "agency_id", "unit_id", "from_unit_id"});
  for (const auto& [table, rows] : theirs) {
    if (table.starts_with("tenancy.") || table == "tenant.unit" || table == "tenant.audit_entry" ||
        table == "tenant.audit_seal" || table == "tenant.idempotency" ||
        table == "tenant.presence") {
      continue;
    }
    for (const auto& row : rows)
      EXPECT_THAT(ours.at(table), ::testing::Contains(row)) << table;
  }
  EXPECT_EQ(value("select count(*) from tenant.unit where tenant_id = '" + staying.party + "'"),
            "2");
}

}  // namespace
}  // namespace onereturn::testing
