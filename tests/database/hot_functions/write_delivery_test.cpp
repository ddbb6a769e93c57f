// One board's copy in one call: everything or nothing, once.

#include <gtest/gtest.h>

#include "support/small_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;

struct Copy {
  std::string boxes = "array['1.1', '1.1r']";
  std::string texts = "array['We do.', null]";
  std::string salts = "array[uuid_send(gen_random_uuid()), null]";
  std::string source_boxes = "array['1.1', '1.1r']";
  std::string level = "3";
  std::string commitments = "array[]::uuid[]";
  std::string actions = "array[]::text[]";
  std::string evidence = "array[]::integer[]";
  std::string receipt = "md5(random()::text)";

  std::string call(const region::Claimed& claimed) const {
    const std::string per_action = "array_fill(''::text, array[cardinality(" + actions + ")])";
    return "select * from app.write_delivery('" + claimed.job + "', " + claimed.fence +
           ", 'fan_out', sha256('hash'), " + receipt + ", 'f1', 1, 1, array[1,0,0,0,0,0,1], " +
           boxes + ", " + texts +
           ", array[null, 'Green'], array['text', 'set'],"
           " array[null, null], array[sha256('a'), sha256('b')], " +
           salts + ", " + source_boxes +
           ", array['answer', 'rule'], array['C1', null], array[null, '1.1'],"
           " array[1, null]::int[], array['2027-03-03', null]::date[], array['describes', 'less'],"
           " array[null, 2]::int[], array[null, 4]::int[], array[null, null], array[null, null], " +
           "array_fill('commitment'::text, array[cardinality(" + actions + ")]), " + commitments +
           ", " + per_action + ", " + per_action + ", " + actions + ", " + per_action + ", " +
           per_action + ", array_fill('2027-06-30'::date, array[cardinality(" + actions + ")]), " +
           per_action + ", " + per_action + ", " + per_action + ", " + per_action + ", 'RAG', " +
           evidence + ", array_fill('1.1'::text, array[cardinality(" + evidence +
           ")]), array['C1'], array[" + level + "], '2027-04-06 15:02+00')";
  }
};

class WriteDelivery : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }
  void SetUp() override {
    auto arranger = Raw::superuser();
    arranger.run(
        "truncate tenant.submission, tenant.return, tenant.action, tenant.rollup,"
        " tenant.commitment, tenant.evidence, jobs.job, directory.receipt cascade");
    arranger.run("delete from tenant.audit_entry");
    submit();
  }
  void submit() {
    submitted_ = region::submit({region::request_one_of_one, region::request_two_of_one});
    claimed_ = region::claim(submitted_.jobs[0]);
  }
  // How many answers at which level: "3:1 4:2".
  static std::string rolled_up() {
    return Raw::superuser().one(
        "select string_agg(level || ':' || n, ' ' order by level) from tenant.rollup");
  }

  static std::string count(const std::string& table) {
    return Raw::superuser().one("select count(*) from " + table);
  }
  static std::string seen(const std::string& who, const std::string& sql) {
    Raw gateway("gateway");
    pqxx::work work(gateway.connection());
    work.exec(region::enter(who));
    const auto value = work.exec1(sql)[0];
    return value.is_null() ? "" : value.c_str();
  }

  Raw worker_{"worker"};
  region::Submitted submitted_;
  region::Claimed claimed_;
};

TEST_F(WriteDelivery, writes_the_whole_copy_and_closes_delivery_and_job) {
  const auto row = worker_.run(Copy{.receipt = "'R-1'"}.call(claimed_))[0];
  EXPECT_TRUE(row["written"].as<bool>());
  EXPECT_EQ(row["version_no"].as<int>(), 1);
  auto arranger = Raw::superuser();
  EXPECT_EQ(arranger.one("select state || ' ' || (return_id is not null) from tenant.delivery"
                         " where request_id = '" +
                         region::request_one_of_one + "'"),
            "delivered true");
  EXPECT_EQ(arranger.one("select state from jobs.job where job_id = '" + claimed_.job + "'"),
            "done");
  EXPECT_EQ(arranger.one("select name || ', ' || position from tenant.sign_off"), "A. Name, Chief");
  EXPECT_EQ(
      arranger.one("select what || ' ' || tenant_id from tenant.audit_entry where job_id = '" +
                   claimed_.job + "'"),
      "return.delivered " + region::board_one);
  EXPECT_EQ(arranger.one("select requirement_code || level || n from tenant.rollup"), "C131");
  EXPECT_EQ(Raw("gateway").one("select board_name || received_on || version_no"
                               " from directory.verify_receipt(sha256('R-1'))"),
            "Party b12027-04-061");
}

TEST_F(WriteDelivery, is_seen_by_its_board_and_its_agency_and_by_nobody_else) {
  worker_.run(Copy{}.call(claimed_));
  for (const std::string table :
       {"return", "return_version", "return_box", "box_source", "sign_off"}) {
    const auto sql = "select count(*) from tenant." + table;
    EXPECT_NE(seen("manager one", sql), "0") << table;
    EXPECT_NE(seen("lead one", sql), "0") << table;
    EXPECT_EQ(seen("manager two", sql), "0") << table;
    EXPECT_EQ(seen("lead two", sql), "0") << table;
  }
}

TEST_F(WriteDelivery, happens_once) {
  const Copy copy;
  worker_.run(copy.call(claimed_));
  EXPECT_EQ(worker_.refusal({copy.call(claimed_)}), "OR003");
  Raw::superuser().run("update jobs.job set state = 'waiting' where job_id = '" + claimed_.job +
                       "'");
  const auto again = worker_.run(copy.call(region::claim(claimed_.job)))[0];
  EXPECT_FALSE(again["written"].as<bool>());
  EXPECT_EQ(again["version_no"].as<int>(), 1);
  EXPECT_EQ(count("tenant.return_version"), "1");
  EXPECT_EQ(count("directory.receipt"), "1");
  EXPECT_EQ(
      Raw::superuser().one("select state from jobs.job where job_id = '" + claimed_.job + "'"),
      "done");
}

TEST_F(WriteDelivery, leaves_nothing_behind_when_it_fails) {
  EXPECT_EQ(worker_.refusal({Copy{.source_boxes = "array['1.1', 'no such box']"}.call(claimed_)}),
            "23503");
  EXPECT_EQ(worker_.refusal({Copy{.salts = "array[null, null]::bytea[]"}.call(claimed_)}), "23514");
  for (const std::string table :
       {"tenant.return", "tenant.return_box", "tenant.rollup", "directory.receipt"}) {
    EXPECT_EQ(count(table), "0") << table;
  }
  EXPECT_EQ(
      Raw::superuser().one("select state from jobs.job where job_id = '" + claimed_.job + "'"),
      "running");
  EXPECT_EQ(worker_.refusal({Copy{}.call(claimed_)}), "");
}

TEST_F(WriteDelivery, of_a_later_submission_is_offered_and_moves_nothing) {
  worker_.run(Copy{}.call(claimed_));
  submit();
  const auto row = worker_.run(Copy{.level = "4"}.call(claimed_))[0];
  EXPECT_EQ(row["version_no"].as<int>(), 2);
  EXPECT_EQ(Raw::superuser().one("select latest_version || ' ' || offered_version"
                                 " from tenant.return"),
            "1 2");
  EXPECT_EQ(rolled_up(), "3:1");
}

TEST_F(WriteDelivery, of_what_was_given_back_is_the_next_version_and_moves_the_roll_up) {
  worker_.run(Copy{}.call(claimed_));
  Raw::superuser().run("update tenant.return set state = 'returned'");
  submit();
  const auto row = worker_.run(Copy{.level = "4"}.call(claimed_))[0];
  EXPECT_EQ(row["version_no"].as<int>(), 2);
  EXPECT_EQ(count("tenant.return"), "1");
  EXPECT_EQ(count("tenant.return_version"), "2");
  EXPECT_EQ(rolled_up(), "3:0 4:1");
}

TEST_F(WriteDelivery, makes_actions_whose_link_only_the_agency_sees) {
  Raw gateway("gateway");
  pqxx::work work(gateway.connection());
  work.exec(region::enter("lead one"));
  const std::string commitment =
      work.exec1(
              "insert into tenant.commitment (tenant_id, unit_id, what, saved_by)"
              " values (app.party(), app.party(), 'Do it', app.person()) returning commitment_id")
          [0]
              .c_str();
  work.commit();
  worker_.run(Copy{.commitments = "array['" + commitment + "', null]::uuid[]",
                   .actions = "array['Do it', 'Send the policy']"}
                  .call(claimed_));
  EXPECT_EQ(seen("manager one", "select count(*) from tenant.action"), "2");
  EXPECT_EQ(seen("lead one",
                 "select count(*) from tenant.action_link l join tenant.action a"
                 " on a.tenant_id = l.board_id and a.action_id = l.action_id"
                 " where a.what = 'Do it'"),
            "1");
  EXPECT_EQ(gateway.refusal({region::enter("manager one"), "select * from tenant.action_link"}),
            "42501");
}

TEST_F(WriteDelivery, carries_only_evidence_that_was_frozen_for_this_board) {
  Raw gateway("gateway");
  pqxx::work work(gateway.connection());
  work.exec(region::enter("lead one"));
  const std::string evidence =
      work.exec1(
              "insert into tenant.evidence (tenant_id, title, kept_where)"
              " values (app.party(), 'Policy', 'Room 2') returning evidence_id")[0]
          .c_str();
  work.exec(
      "insert into tenant.evidence_version (tenant_id, evidence_id, version, title,"
      " kept_where, saved_by) values (app.party(), '" +
      evidence + "', 1, 'Policy', 'Room 2', app.person())");
  work.exec(
      "insert into tenant.evidence_grant (tenant_id, evidence_id, board_id, granted_by)"
      " values (app.party(), '" +
      evidence + "', '" + region::board_two + "', app.person())");
  const std::string freeze =
      "insert into tenant.submission_evidence (tenant_id, submission_id, board_id, line_no,"
      " evidence_id, evidence_version, title, kept_where) values (app.party(), '" +
      submitted_.submission + "', '%', 1, '" + evidence + "', 1, 'Policy', 'Room 2')";
  const auto for_board = [&](const std::string& board) {
    auto sql = freeze;
    return sql.replace(sql.find('%'), 1, board);
  };
  work.exec(for_board(region::board_two));
  work.commit();
  EXPECT_EQ(gateway.refusal({region::enter("lead one"), for_board(region::board_one)}), "23503");

  worker_.run(Copy{.evidence = "array[1]"}.call(claimed_));
  EXPECT_EQ(seen("manager one", "select count(*) from tenant.return_evidence"), "0");
  worker_.run(Copy{.evidence = "array[1]"}.call(region::claim(submitted_.jobs[1])));
  EXPECT_EQ(seen("manager two", "select title || ' ' || box_no from tenant.return_evidence"),
            "Policy 1.1");
}

TEST_F(WriteDelivery, needs_the_delivery_that_the_agency_made) {
  Raw gateway("gateway");
  pqxx::work work(gateway.connection());
  work.exec(region::enter("lead one"));
  const std::string job =
      work.exec1("select jobs.announce('deliver', '" + region::board_two + "', '" +
                 submitted_.submission + "', '" + region::request_one_of_one + "')")[0]
          .c_str();
  work.commit();
  EXPECT_EQ(worker_.refusal({Copy{}.call(region::claim(job))}), "OR004");
}

TEST_F(WriteDelivery, nobody_delivers_where_nothing_was_asked) {
  Raw gateway("gateway");
  const auto deliver = [&](const std::string& request, const std::string& board) {
    return gateway.refusal(
        {region::enter("lead one"),
         "insert into tenant.submission (tenant_id, submission_id, unit_id, framework_code,"
         " framework_version, snapshot_hash, authorised_name, authorised_position, statement,"
         " authorised_by) values (app.party(), 'f0000000-0000-4000-8000-000000000001', app.party(),"
         " 'f1', 1, sha256('s'), 'A', 'B', 'C', app.person())",
         "insert into tenant.delivery (tenant_id, submission_id, request_id, board_id, way,"
         " template_code, template_version) values (app.party(),"
         " 'f0000000-0000-4000-8000-000000000001', '" +
             request + "', '" + board + "', 'canonical', 't2', 1)",
         "select 1 / 0"});
  };
  EXPECT_EQ(deliver(region::request_two_of_two, region::board_two), "23503");
  EXPECT_EQ(deliver(region::request_one_of_one, region::board_two), "23503");
  EXPECT_EQ(deliver(region::request_two_of_one, region::board_two), "22012");
}

TEST_F(WriteDelivery, a_board_cannot_make_a_version_that_claims_to_come_from_a_submission) {
  worker_.run(Copy{}.call(claimed_));
  Raw gateway("gateway");
  EXPECT_EQ(gateway.refusal({region::enter("manager one"),
                             "insert into tenant.return_version (tenant_id, return_id, version_no,"
                             " agency_id, submission_id, template_code, template_version, hash,"
                             " receipt_code) select tenant_id, return_id, 2, agency_id,"
                             " submission_id, template_code, template_version, hash, 'x'"
                             " from tenant.return_version"}),
            "42501");
  EXPECT_EQ(gateway.refusal(
                {region::enter("manager one"), "update tenant.return_box set text = 'Better'"}),
            "42501");
  EXPECT_EQ(gateway.refusal({region::enter("manager one"),
                             "update tenant.return_version set accepted_at = now(),"
                             " accepted_by = app.person() where tenant_id = app.party()"}),
            "");
}

}  // namespace
}  // namespace onereturn::testing
