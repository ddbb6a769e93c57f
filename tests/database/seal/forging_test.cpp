// The scope is sealed: whoever can run SQL inside a transaction can still not change whose rows it
// sees. Each part is forged in turn; what an honest transaction sees stands beside it.

#include <sstream>

#include <gtest/gtest.h>

#include "support/small_region.hpp"

namespace onereturn::testing {
namespace {

namespace region = small_region;

constexpr std::size_t parts = 10;
enum Part { scope, party, person, unit, role, source_tenant, source_ref, target_ref, job, fence };

class Forging : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { region::seed(); }

  // The scope of an open transaction, with one part replaced by another value.
  static std::string forge(pqxx::work& work, Part part, const std::string& value) {
    const std::string text = work.exec1("select current_setting('onereturn.scope')")[0].c_str();
    std::vector<std::string> fields;
    std::istringstream in(text);
    for (std::string field; std::getline(in, field, '|');) {
      fields.push_back(field);
    }
    fields.resize(parts);
    EXPECT_NE(fields[part], value) << "nothing would be forged";
    fields[part] = value;
    std::string forged;
    for (std::size_t i = 0; i < parts; ++i) {
      forged += (i == 0 ? "" : "|") + fields[i];
    }
    work.exec("select set_config('onereturn.scope', " + work.quote(forged) + ", true)");
    return forged;
  }

  static std::string refusal_of(pqxx::work& work, const std::string& sql) {
    try {
      work.exec(sql);
      return {};
    } catch (const pqxx::sql_error& error) {
      return sqlstate_of(error);
    }
  }

  Raw gateway_{"gateway"};
  Raw worker_{"worker"};
  const std::string own_rows_ = "select count(*) from tenant.unit";
};

TEST_F(Forging, an_honest_transaction_sees_its_own_rows_and_no_others) {
  pqxx::work work(gateway_.connection());
  work.exec(region::enter("lead one"));
  EXPECT_EQ(work.exec1("select array_agg(tenant_id) from tenant.unit")[0].c_str(),
            "{" + region::agency_one + "}");
}

TEST_F(Forging, another_party_is_refused) {
  pqxx::work work(gateway_.connection());
  work.exec(region::enter("lead one"));
  forge(work, party, region::agency_two);
  EXPECT_EQ(refusal_of(work, own_rows_), "OR001");
}

TEST_F(Forging, another_person_is_refused) {
  pqxx::work work(gateway_.connection());
  work.exec(region::enter("lead one"));
  forge(work, person, region::lead_two);
  EXPECT_EQ(refusal_of(work, own_rows_), "OR001");
}

TEST_F(Forging, another_unit_is_refused) {
  pqxx::work work(gateway_.connection());
  work.exec(region::enter("lead one"));
  forge(work, unit, region::agency_one);
  EXPECT_EQ(refusal_of(work, own_rows_), "OR001");
}

TEST_F(Forging, another_role_is_refused) {
  pqxx::work work(gateway_.connection());
  work.exec(region::enter("lead one"));
  forge(work, role, "authoriser");
  EXPECT_EQ(refusal_of(work, own_rows_), "OR001");
}

TEST_F(Forging, another_scope_is_refused) {
  pqxx::work work(gateway_.connection());
  work.exec(region::enter("lead one"));
  forge(work, scope, "board");
  work.exec("set local role none");
  work.exec("set local role scope_board");
  EXPECT_EQ(refusal_of(work, "select count(*) from tenant.audit"), "OR001");
}

TEST_F(Forging, the_role_of_another_scope_is_refused_under_an_honest_seal) {
  pqxx::work work(gateway_.connection());
  work.exec(region::enter("lead one"));
  work.exec("set local role none");
  work.exec("set local role scope_board");
  EXPECT_EQ(refusal_of(work, "select count(*) from tenant.audit"), "OR001");
}

TEST_F(Forging, a_shifted_border_between_two_parts_is_refused) {
  pqxx::work work(gateway_.connection());
  work.exec(region::enter("lead one"));
  work.exec(
      "select set_config('onereturn.scope',"
      " replace(current_setting('onereturn.scope'), '|||||', '||||'), true)");
  EXPECT_EQ(refusal_of(work, own_rows_), "OR001");
}

TEST_F(Forging, a_seal_made_without_the_key_is_refused) {
  pqxx::work work(gateway_.connection());
  work.exec(region::enter("lead one"));
  forge(work, party, region::agency_two);
  work.exec(
      "select set_config('onereturn.seal', encode(sha256(convert_to("
      "current_setting('onereturn.scope'), 'UTF8') || int4send(pg_backend_pid())"
      " || timestamptz_send(transaction_timestamp())), 'hex'), true)");
  EXPECT_EQ(refusal_of(work, own_rows_), "OR001");
}

TEST_F(Forging, an_empty_scope_is_refused) {
  pqxx::work work(gateway_.connection());
  work.exec(region::enter("lead one"));
  work.exec("select set_config('onereturn.scope', '', true)");
  EXPECT_EQ(refusal_of(work, own_rows_), "OR001");
}

TEST_F(Forging, a_role_without_any_scope_is_refused) {
  pqxx::work work(gateway_.connection());
  work.exec("set local role scope_agency");
  EXPECT_EQ(refusal_of(work, own_rows_), "OR001");
}

struct Carried {
  std::string scope;
  std::string seal;
};

Carried take_seal(pqxx::work& work) {
  const auto row =
      work.exec1("select current_setting('onereturn.scope'), current_setting('onereturn.seal')");
  return {row[0].c_str(), row[1].c_str()};
}

void put_seal(pqxx::work& work, const Carried& seal) {
  work.exec("set local role scope_agency");
  work.exec("select set_config('onereturn.scope', " + work.quote(seal.scope) +
            ", true),"
            " set_config('onereturn.seal', " +
            work.quote(seal.seal) + ", true)");
}

TEST_F(Forging, a_seal_of_an_earlier_transaction_is_refused) {
  Carried seal;
  {
    pqxx::work work(gateway_.connection());
    work.exec(region::enter("lead one"));
    seal = take_seal(work);
  }
  pqxx::work work(gateway_.connection());
  put_seal(work, seal);
  EXPECT_EQ(refusal_of(work, own_rows_), "OR001");
}

TEST_F(Forging, a_seal_of_another_connection_is_refused) {
  pqxx::work honest(gateway_.connection());
  honest.exec(region::enter("lead one"));
  const auto seal = take_seal(honest);
  Raw other("gateway");
  pqxx::work work(other.connection());
  put_seal(work, seal);
  EXPECT_EQ(refusal_of(work, own_rows_), "OR001");
  EXPECT_EQ(refusal_of(honest, own_rows_), "");
}

// With the key in hand, which only the owner has: each ingredient of the seal is left out in turn.
TEST_F(Forging, the_seal_holds_key_scope_connection_and_time_and_misses_none) {
  const auto key = Raw::superuser().one("select encode(key, 'hex') from app.seal_key");
  const auto refused = [&](const std::string& before, const std::string& pid,
                           const std::string& time, const std::string& after) {
    pqxx::work work(gateway_.connection());
    work.exec(region::enter("lead one"));
    forge(work, party, region::agency_two);
    work.exec("select set_config('onereturn.seal', encode(sha256(decode('" + before +
              "', 'hex') || convert_to(current_setting('onereturn.scope'), 'UTF8') || " + pid +
              " || " + time + " || decode('" + after + "', 'hex')), 'hex'), true)");
    return refusal_of(work, own_rows_);
  };
  const std::string pid = "int4send(pg_backend_pid())";
  const std::string time = "timestamptz_send(transaction_timestamp())";
  EXPECT_EQ(refused(key, pid, time, key), "");
  EXPECT_EQ(refused("", pid, time, key), "OR001");
  EXPECT_EQ(refused(key, pid, time, ""), "OR001");
  EXPECT_EQ(refused(key, "int4send(pg_backend_pid() + 1)", time, key), "OR001");
  EXPECT_EQ(refused(key, "''::bytea", time, key), "OR001");
  EXPECT_EQ(refused(key, pid,
                    "timestamptz_send(transaction_timestamp() + interval '1 microsecond')", key),
            "OR001");
  EXPECT_EQ(refused(key, pid, "''::bytea", key), "OR001");
}

class ForgingDeliveries : public Forging {
 protected:
  void SetUp() override {
    const auto made = region::submit({region::request_one_of_one, region::request_two_of_one});
    submission_ = made.submission;
    claimed_ = region::claim(made.jobs[0]);
    other_ = region::claim(made.jobs[1]);
  }
  std::string refused_after(Part part, const std::string& value) {
    pqxx::work work(worker_.connection());
    work.exec(region::enter_job(claimed_));
    forge(work, part, value);
    return refusal_of(work, "select count(*) from tenant.submission_box");
  }

  std::string submission_;
  region::Claimed claimed_;
  region::Claimed other_;
};

TEST_F(ForgingDeliveries, an_honest_delivery_reads_one_submission_for_one_board) {
  pqxx::work work(worker_.connection());
  work.exec(region::enter_job(claimed_));
  EXPECT_EQ(work.exec1("select array_agg(distinct submission_id) from tenant.submission_answer")[0]
                .c_str(),
            "{" + submission_ + "}");
  EXPECT_EQ(work.exec1("select string_agg(text, ',') from tenant.submission_box")[0].c_str(),
            "Only for " + region::board_one);
  EXPECT_EQ(work.exec1("select array_agg(request_id) from tenant.request")[0].c_str(),
            "{" + region::request_one_of_one + "}");
}

TEST_F(ForgingDeliveries, another_board_is_refused) {
  EXPECT_EQ(refused_after(party, region::board_two), "OR001");
}
TEST_F(ForgingDeliveries, another_source_is_refused) {
  EXPECT_EQ(refused_after(source_tenant, region::agency_two), "OR001");
}
TEST_F(ForgingDeliveries, another_submission_is_refused) {
  EXPECT_EQ(refused_after(source_ref, region::submit({}).submission), "OR001");
}
TEST_F(ForgingDeliveries, another_request_is_refused) {
  EXPECT_EQ(refused_after(target_ref, region::request_two_of_one), "OR001");
}
TEST_F(ForgingDeliveries, another_job_is_refused) {
  EXPECT_EQ(refused_after(job, other_.job), "OR001");
}
TEST_F(ForgingDeliveries, another_fence_is_refused) {
  EXPECT_EQ(refused_after(fence, "9"), "OR001");
}

}  // namespace
}  // namespace onereturn::testing
