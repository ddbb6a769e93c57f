#include "evaluation_region.hpp"

#include <stdexcept>

#include "domain/fan_out/deliver_copy.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/job_queue.hpp"

namespace onereturn::testing::evaluation_region {
namespace {

namespace region = delivery_region;

void add_colleague(Raw& owner, const std::string& who, const std::string& role, int number) {
  const auto tail = "000000-0000-4000-8000-00000000002" + std::to_string(number);
  auto mail = who + "@evaluation.example";
  for (auto& each : mail)
    each = each == ' ' ? '.' : each;
  owner.run("select operator.add_person('d1" + tail + "', '" + mail + "', '" + who + "', '')");
  owner.run("select operator.add_membership('e1" + tail + "', 'd1" + tail + "', '" +
            region::grades().party + "', null, '" + role + "', '')");
  owner.run("select operator.issue_session(sha256('" + who + "'::bytea), 'd1" + tail + "', 'e1" +
            tail + "', 'bearer', '1 day')");
}

void deliver_all() {
  postgres::JobQueue queue(region::worker());
  for (const auto& job : queue.claim(20, std::chrono::seconds(60))) {
    if (job.kind != "deliver") continue;
    const auto done = fan_out::deliver_copy(region::worker(), job.lease, region::at_hand(),
                                            crypto::sha256, crypto::random_bytes, now);
    if (!done) throw std::runtime_error("a copy was not delivered");
  }
}

}  // namespace

void seed() {
  static const bool done = [] {
    region::seed();
    Raw owner("operator");
    add_colleague(owner, "assistant", "assistant", 1);
    add_colleague(owner, "second third manager", "manager", 2);
    add_colleague(owner, "chair", "chair", 3);
    region::submit({region::grades(), region::narrative()});
    deliver_all();
    return true;
  }();
  static_cast<void>(done);
}

ReturnId fresh_return() {
  seed();
  auto raw = Raw::superuser();
  for (const std::string table :
       {"sent_back_item", "sent_back", "evaluation_presence", "evaluation_task", "evaluation_look",
        "evaluation_release", "evaluation_box", "evaluation", "evaluation_setting",
        "evaluator_setting"}) {
    raw.run("delete from tenant." + table);
  }
  raw.run("update tenant.return set state = 'acknowledged'");
  raw.run("delete from identity.mail where kind like 'return_%'");
  return region::return_of(region::grades());
}

void send_again(int level) {
  Raw::superuser().run("update tenant.return set state = 'returned' where tenant_id = '" +
                       region::grades().party + "'");
  region::submit({region::grades()}, level);
  deliver_all();
}

evaluation::Workbench bench(const ReturnId& id, const std::string& who) {
  auto read =
      as(who, [&](postgres::BoardTx& tx) { return evaluation::read_evaluation(tx, id, now); });
  if (!read) throw std::runtime_error(read.problem().key);
  return std::move(read).value();
}

evaluation::Workbench begun(const ReturnId& id) {
  const auto done = as("third manager", [&](postgres::BoardTx& tx) {
    return evaluation::begin_evaluation(tx, id, now);
  });
  if (!done) throw std::runtime_error(done.problem().key);
  return bench(id);
}

Result<evaluation::SavedGrade> grade_from(const std::string& who, const ReturnId& id,
                                          const std::string& key, int version,
                                          const evaluation::Judgement& judgement) {
  const auto evaluated = bench(id).facts.evaluation;
  evaluation::SaveGrade command;
  command.of_return = id;
  if (evaluated) command.evaluation = evaluated->id;
  command.key = key;
  command.base_version = version;
  command.judgement = judgement;
  return as(who, [&](postgres::BoardTx& tx) { return evaluation::save_grade(tx, command, now); });
}

Result<evaluation::SavedGrade> grade(const std::string& who, const ReturnId& id,
                                     const std::string& key, const std::string& point,
                                     const std::string& comment, const std::string& reason) {
  evaluation::Judgement judgement;
  judgement.point = point;
  judgement.comment = comment;
  judgement.reason = reason;
  return grade_from(who, id, key, bench(id).grade(key).version, judgement);
}

void grade_all(const ReturnId& id) {
  const auto all = bench(id);
  for (const auto& subject : all.subjects) {
    const auto self = all.self_point(subject);
    const auto done = grade("third manager", id, subject.key, self.empty() ? "1" : self);
    if (!done) throw std::runtime_error(subject.key + ": " + done.problem().detail);
  }
}

}  // namespace onereturn::testing::evaluation_region
