#include "domain/reports/draft_report.hpp"

#include <algorithm>
#include <iterator>

#include "domain/fan_out/read_received_return.hpp"
#include "domain/reporting/chairs_pack.hpp"
#include "domain/reporting/evaluation_report.hpp"
#include "domain/reporting/overview_report.hpp"
#include "domain/reporting/period_reports.hpp"
#include "domain/reporting/return_document.hpp"
#include "domain/reports/block_format.hpp"
#include "domain/reports/report_document.hpp"
#include "domain/reports/report_rules.hpp"
#include "domain/reports/report_store.hpp"

namespace onereturn::reports {
namespace {

// The database takes 16,000,000 as it writes them, which is a tenth more than we do.
constexpr std::size_t facts_bytes_max = 14'000'000;

Problem no_such_paper() {
  return {ProblemCode::not_found, "not-found", "There is no such report here.", {}};
}

const char* paper_kind(Kind kind) {
  switch (kind) {
    case Kind::overview:
      return "overview";
    case Kind::highlight:
      return "highlights";
    case Kind::exception:
      return "exceptions";
    case Kind::improvement_plan:
      return "plan";
    default:
      return "evaluation";
  }
}

std::vector<reporting::Lifted> lifted_of(const std::vector<Conclusion>& all, ConclusionKind kind,
                                         const std::string& origin) {
  std::vector<reporting::Lifted> lifted;
  for (const auto& one : all) {
    if (one.kind != kind) continue;
    lifted.push_back({one.organisation, one.words,
                      origin + "/reports/" + one.of_report.text() + "/versions/" +
                          std::to_string(one.of_version) + "#" + to_string(kind) + "s"});
  }
  return lifted;
}

Result<reporting::Draft> draft_overview(postgres::BoardTx& tx, const Report& report,
                                        const Drafting& with) {
  const auto all = lifted(tx, report.id);
  return reporting::draft_overview(
      tx, *report.subject.exercise, lifted_of(all, ConclusionKind::conclusion, with.origin),
      lifted_of(all, ConclusionKind::recommendation, with.origin), with.at);
}

// As it stands now: the latest finished version, or the draft where there is none.
Result<reporting::PackPaper> read_paper(postgres::BoardTx& tx, const ReportId& id) {
  const auto report = find_report(tx, id);
  if (!report || report->subject.kind == Kind::pack || report->withdrawn_at) {
    return no_such_paper();
  }
  auto version = find_version(tx, id, report->latest_version);
  if (!version) return no_such_paper();
  if (!version->finished && version->number > 1) {
    version = find_version(tx, id, version->number - 1);
  }
  auto document = document_of(*report, *version, {});
  return reporting::PackPaper{.kind = paper_kind(report->subject.kind),
                              .title = std::move(document.title),
                              .purpose = {},
                              .standing = std::move(document.standing),
                              .record = std::move(document.record),
                              .check = std::move(document.check_value),
                              .blocks = std::move(document.blocks)};
}

// The version that stands; whoever sent it reads that the board opened it.
Result<reporting::PackPaper> read_return(postgres::BoardTx& tx, const ReturnId& id, Instant at) {
  const auto copy = fan_out::open_received_return(tx, id, at);
  if (!copy) return copy.problem();
  auto document = reporting::return_document(*copy, {});
  return reporting::PackPaper{.kind = "return",
                              .title = std::move(document.title),
                              .purpose = {},
                              .standing = std::move(document.standing),
                              .record = std::move(document.record),
                              .check = std::move(document.check_value),
                              .blocks = std::move(document.blocks)};
}

Result<std::vector<reporting::PackPaper>> papers_of(postgres::BoardTx& tx, const Subject& subject,
                                                    Instant at) {
  std::vector<reporting::PackPaper> papers;
  for (const auto& id : subject.papers) {
    auto paper = read_paper(tx, id);
    if (!paper) return paper.problem();
    papers.push_back(std::move(*paper));
  }
  for (const auto& id : subject.returns) {
    auto paper = read_return(tx, id, at);
    if (!paper) return paper.problem();
    papers.push_back(std::move(*paper));
  }
  return reporting::in_meeting_order(std::move(papers));
}

Result<reporting::Draft> draft_pack(postgres::BoardTx& tx, const Report& report,
                                    const Drafting& with) {
  auto papers = papers_of(tx, report.subject, with.at);
  if (!papers) return papers.problem();
  reporting::Meeting meeting;
  meeting.board = board_name(tx);
  meeting.title = report.about;
  meeting.prepared_by = tx.actor().person_name;
  reporting::Draft draft;
  draft.title = "Chair’s pack: " + report.about;
  draft.subtitle = "Papers as they stood on " + to_words(day_in_england(with.at));
  draft.sections.push_back({"introduction", "From the office",
                            "The papers for your meeting, in the order of the agenda."});
  draft.facts = reporting::pack_front(meeting, *papers).blocks;
  int number = 0;
  for (auto& paper : *papers) {
    auto blocks = reporting::paper_in_pack(std::move(paper), ++number);
    std::ranges::move(blocks, std::back_inserter(draft.facts));
  }
  return draft;
}

Result<reporting::Draft> draft_of(postgres::BoardTx& tx, const Report& report,
                                  const Drafting& with) {
  const auto& subject = report.subject;
  switch (subject.kind) {
    case Kind::organisation:
      return reporting::draft_evaluation_report(tx, *subject.of_return, with.at);
    case Kind::overview:
      return draft_overview(tx, report, with);
    case Kind::improvement_plan:
      return reporting::draft_improvement_plan(tx, *subject.from, *subject.to, with.at);
    case Kind::highlight:
      return reporting::draft_highlights(tx, *subject.from, *subject.to, with.at);
    case Kind::exception:
      return reporting::draft_exceptions(tx, *subject.from, *subject.to, with.at);
    case Kind::pack:
      break;
  }
  return draft_pack(tx, report, with);
}

// The words of boxes are not kept with the facts, but every page and file has them.
std::size_t bytes_of(const std::vector<documents::Block>& facts) {
  auto bytes = write_blocks(facts).size();
  for (const auto& block : facts) {
    const auto* table = std::get_if<documents::Table>(&block);
    if (table == nullptr) continue;
    for (const auto& row : table->rows) {
      for (const auto& cell : row) {
        if (!cell.kept_in) continue;
        for (const auto& paragraph : cell.paragraphs) {
          for (const auto& span : paragraph.spans)
            bytes += span.text.size();
        }
      }
    }
  }
  return bytes;
}

}  // namespace

Result<reporting::Draft> draft_report(postgres::BoardTx& tx, const Report& report,
                                      const Drafting& with) {
  auto draft = draft_of(tx, report, with);
  if (draft && bytes_of(draft->facts) > facts_bytes_max) {
    const bool pack = report.subject.kind == Kind::pack;
    return Problem{
        ProblemCode::invalid,
        "validation",
        "There is too much in it for one report.",
        {{pack ? "papers" : "exercise", pack ? "These are too many pages for one pack: choose fewer"
                                             : "There is too much in it for one report"}}};
  }
  return draft;
}

}  // namespace onereturn::reports
