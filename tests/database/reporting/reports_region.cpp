#include "reports_region.hpp"

#include <stdexcept>

#include "domain/documents/marked_text.hpp"
#include "domain/evaluation/begin_evaluation.hpp"
#include "domain/evaluation/evaluation_rules.hpp"
#include "domain/evaluation/read_evaluation.hpp"
#include "domain/evaluation/release_evaluation.hpp"
#include "domain/evaluation/save_grade.hpp"
#include "domain/fan_out/deliver_copy.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/random.hpp"
#include "platform/postgres/job_queue.hpp"

namespace onereturn::testing::reports_region {

namespace {

template <class Value>
void need(const Result<Value>& result) {
  if (!result) throw std::runtime_error(result.problem().key + ": " + result.problem().detail);
}

void deliver() {
  region::submit({region::grades(), region::lights()});
  postgres::JobQueue queue(region::worker());
  for (const auto& job : queue.claim(20, std::chrono::seconds(60))) {
    if (job.kind != "deliver") continue;
    need(fan_out::deliver_copy(region::worker(), job.lease, region::at_hand(), crypto::sha256,
                               crypto::random_bytes, *parse_instant("2027-03-01T10:00:00Z")));
  }
}

// Five items at nought, with a reason; the others as the organisation has them, or at 1.
void evaluate(const ReturnId& id) {
  need(as("third manager", [&](postgres::BoardTx& tx) -> Result<Done> {
    need(evaluation::begin_evaluation(tx, id, now));
    const auto bench = evaluation::read_evaluation(tx, id, now);
    need(bench);
    int number = 0;
    for (const auto& subject : bench->subjects) {
      evaluation::SaveGrade command;
      command.of_return = id;
      command.evaluation = bench->facts.evaluation->id;
      command.key = subject.key;
      const auto self = bench->self_point(subject);
      command.judgement.point = number < 5 ? "0" : self.empty() ? "1" : self;
      if (number < 5) command.judgement.reason = "No file had a note";
      ++number;
      need(evaluation::save_grade(tx, command, now));
    }
    need(evaluation::release_evaluation(tx, id, 0, now));
    return Done{};
  }));
}

// Organisation 8 closed on 1 March. Every tenth action ended, on a day of January to March; every
// thirtieth is withheld, out of the return of this board; each seventh was put off by 30 days on 20
// March, which is after the day that tests look at.
void add_actions() {
  const auto board = "'" + region::grades().party + "'";
  auto raw = Raw::superuser();
  raw.run(
      "insert into tenant.register_entry (tenant_id, entry_id, name, type, from_on, to_on) "
      "select " +
      board +
      ", ('70000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Organisation ' || n,"
      " 'school', '2026-01-01', case when n = 8 then date '2027-03-01' end"
      " from generate_series(1, 8) n");
  raw.run(
      "insert into tenant.action (tenant_id, action_id, entry_id, source_kind, what, lead, by_on,"
      " scheme, state, made_at, ended_at, withheld, return_id, version_no) select " +
      board +
      ", ('71000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid,"
      " ('70000000-0000-4000-8000-' || lpad((1 + n % 8)::text, 12, '0'))::uuid, 'hand',"
      " 'Action number ' || n || case when n % 30 = 1 then ' of nobody yet' else '' end,"
      " 'Leader ' || n % 50, date '2027-03-16' + (n % 100 - 50) + case when n % 7 = 0 then 30 else "
      "0"
      " end, 'Plain words', case when n % 10 = 0 then 'closed' else 'open' end, '2027-01-01 "
      "12:00Z',"
      " case when n % 10 = 0 then timestamptz '2027-01-05 12:00Z' + n * interval '8 hours' end,"
      " n % 30 = 1, case when n % 30 = 1 then '" +
      return_id().text() +
      "'::uuid end, case when n % 30 = 1 then 1 end from generate_series(1, 240) n");
  raw.run(
      "insert into tenant.action_status (tenant_id, action_id, status_no, kind, was_on, by_on, "
      "text,"
      " by_name, at) select tenant_id, action_id, 1, 'moved', by_on - 30, by_on, 'Trainer ill',"
      " 'Somebody', '2027-03-20 12:00Z' from tenant.action where tenant_id = " +
      board +
      " and substr(action_id::text, 25)::int % 7 = 0 and state = 'open'"
      " and source_kind = 'hand'");
}

std::string words_in(const documents::Paragraph& paragraph) {
  std::string words;
  for (const auto& span : paragraph.spans)
    words += span.text;
  return words + "\n";
}

}  // namespace

void seed() {
  static const bool done = [] {
    region::seed();
    deliver();
    evaluate(return_id());
    add_actions();
    return true;
  }();
  static_cast<void>(done);
}

std::string one(const std::string& sql) { return Raw::superuser().one(sql); }
int count(const std::string& sql) { return std::stoi(one(sql)); }

ReturnId return_id() { return region::return_of(region::grades()); }

AuditId wave() {
  return AuditId(one("select audit_id from tenant.request where request_id = '" +
                     region::grades().request + "'"));
}
AuditId lights_wave() {
  return AuditId(one("select audit_id from tenant.request where request_id = '" +
                     region::lights().request + "'"));
}

std::string text_of(const reporting::Draft& draft, const std::string& key) {
  for (const auto& section : draft.sections) {
    if (section.key == key) return documents::plain_words(documents::read_marked(section.text));
  }
  return "no such section";
}

documents::Table table_of(const reporting::Draft& draft, const std::string& name) {
  for (const auto& block : draft.facts) {
    const auto* table = std::get_if<documents::Table>(&block);
    if (table != nullptr && table->name == name) return *table;
  }
  return {};
}

std::string words_of(const reporting::Draft& draft) {
  std::string words = draft.title + "\n" + draft.subtitle + "\n";
  for (const auto& section : draft.sections)
    words += section.heading + "\n" + text_of(draft, section.key) + "\n";
  for (const auto& block : draft.facts) {
    if (const auto* paragraph = std::get_if<documents::Paragraph>(&block)) {
      words += words_in(*paragraph);
    }
    const auto* table = std::get_if<documents::Table>(&block);
    if (table == nullptr) continue;
    for (const auto& row : table->rows) {
      for (const auto& cell : row) {
        for (const auto& paragraph : cell.paragraphs)
          words += words_in(paragraph);
      }
    }
  }
  return words;
}

}  // namespace onereturn::testing::reports_region
