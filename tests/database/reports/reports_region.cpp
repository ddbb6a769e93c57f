#include "reports_region.hpp"

#include <stdexcept>

#include "domain/evaluation/begin_evaluation.hpp"
#include "domain/evaluation/read_evaluation.hpp"
#include "domain/evaluation/release_evaluation.hpp"
#include "domain/evaluation/save_grade.hpp"
#include "domain/fan_out/deliver_copy.hpp"
#include "domain/reports/edit_report.hpp"
#include "domain/reports/finish_report.hpp"
#include "domain/reports/make_report.hpp"
#include "domain/reports/read_report.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/job_queue.hpp"

namespace onereturn::testing::reports_region {
namespace {

namespace region = delivery_region;

void add_colleague(Raw& owner, const std::string& who, const std::string& role, int number) {
  const auto tail = "000000-0000-4000-8000-00000000003" + std::to_string(number);
  owner.run("select operator.add_person('d1" + tail + "', '" + who + "@reports.example', '" + who +
            "', '')");
  owner.run("select operator.add_membership('e1" + tail + "', 'd1" + tail + "', '" +
            region::narrative().party + "', null, '" + role + "', '')");
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

template <class Made>
void demand(const Made& made, const char* what) {
  if (!made) throw std::runtime_error(std::string(what) + ": " + made.problem().detail);
}

// Every item as the board may judge it, and a word about the whole.
Result<Done> judge_all(postgres::BoardTx& tx, const ReturnId& id) {
  const auto bench = evaluation::open_evaluation(tx, id, "", now);
  if (!bench) return bench.problem();
  const auto say = [&](const std::string& key, evaluation::Judgement judgement) -> Result<Done> {
    judgement.comment = "What we say of " + key;
    const auto saved = evaluation::save_grade(
        tx, {id, bench->facts.evaluation->id, key, 0, judgement, false}, now);
    if (!saved) return saved.problem();
    return Done{};
  };
  for (const auto& subject : bench->subjects) {
    evaluation::Judgement judgement;
    if (subject.graded()) judgement.point = bench->copy.form->scale->points.front().code;
    if (auto said = say(subject.key, judgement); !said) return said;
  }
  return say(evaluation::summary_key, {});
}

}  // namespace

void seed() {
  static const bool done = [] {
    region::seed();
    Raw owner("operator");
    add_colleague(owner, "assistant", "assistant", 1);
    add_colleague(owner, "chair", "chair", 2);
    region::submit({region::narrative()});
    deliver_all();
    const auto id = released_return();
    demand(as(manager(),
              [&](postgres::BoardTx& tx) { return evaluation::begin_evaluation(tx, id, now); }),
           "an evaluation");
    demand(as(manager(), [&](postgres::BoardTx& tx) { return judge_all(tx, id); }), "grades");
    demand(
        as(manager(),
           [&](postgres::BoardTx& tx) { return evaluation::release_evaluation(tx, id, 0, now); }),
        "a release");
    return true;
  }();
  static_cast<void>(done);
}

void empty() {
  auto raw = Raw::superuser();
  for (const std::string table :
       {"return_paper", "report_file", "report_conclusion", "report_sign_off", "report_section",
        "report_finish", "report_draft", "report_version", "report_paper", "report",
        "report_look"}) {
    raw.run("delete from tenant." + table);
  }
  raw.run("delete from jobs.job where kind in ('make_paper', 'make_long_paper')");
  raw.run("delete from jobs.paper_turn");
}

std::string manager() { return region::narrative().manager; }
std::string other_manager() { return region::lights().manager; }
ReturnId released_return() { return region::return_of(region::narrative()); }

AuditId exercise() {
  return AuditId(Raw::superuser().one("select audit_id from tenant.request where request_id = '" +
                                      region::narrative().request + "'"));
}

reports::Subject of_organisation() {
  reports::Subject subject;
  subject.kind = reports::Kind::organisation;
  subject.of_return = released_return();
  return subject;
}

reports::Subject of_exercise() {
  reports::Subject subject;
  subject.kind = reports::Kind::overview;
  subject.exercise = exercise();
  return subject;
}

reports::Subject of_march() {
  reports::Subject subject;
  subject.kind = reports::Kind::highlight;
  subject.from = parse_date("2027-03-01");
  subject.to = parse_date("2027-03-31");
  return subject;
}

reports::ReportId made(const reports::Subject& subject) {
  const auto id = reports::ReportId::random();
  demand(as(manager(),
            [&](postgres::BoardTx& tx) {
              return reports::make_report(tx, {id, subject, drafting});
            }),
         "a report");
  return id;
}

reports::OpenReport opened(const reports::ReportId& id) {
  auto open = as(manager(), [&](postgres::BoardTx& tx) {
    return reports::look_at_report(tx, id, std::nullopt);
  });
  demand(open, "opening");
  return std::move(*open);
}

void finished(const reports::ReportId& id) {
  for (const auto& section : opened(id).version.sections) {
    demand(as(manager(),
              [&](postgres::BoardTx& tx) {
                return reports::save_section(
                    tx, {id, opened(id).version.number, section.key, section.save,
                         "1. First of " + section.key + "\n2. Second of " + section.key, now});
              }),
           "a section");
  }
  const auto open = opened(id);
  demand(as(manager(),
            [&](postgres::BoardTx& tx) {
              return reports::finish_report(tx, id, open.version.number, open.version.saves, now);
            }),
         "finishing");
}

int count(const std::string& sql) { return std::stoi(Raw::superuser().one(sql)); }

}  // namespace onereturn::testing::reports_region
