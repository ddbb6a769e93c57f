#include "domain/reports/draft_report.hpp"

#include <algorithm>

#include "domain/reporting/chairs_pack.hpp"
#include "domain/reporting/evaluation_report.hpp"
#include "domain/reporting/overview_report.hpp"
#include "domain/reporting/period_reports.hpp"
#include "domain/reports/report_document.hpp"
#include "domain/reports/report_rules.hpp"
#include "domain/reports/report_store.hpp"

namespace onereturn::reports {
namespace {

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

struct PaperAtHand {
  reporting::PackPaper paper;
  std::vector<documents::Block> blocks;
};

// As it stands now: the latest finished version, or the draft where there is none.
Result<PaperAtHand> read_paper(postgres::BoardTx& tx, const ReportId& id) {
  const auto report = find_report(tx, id);
  if (!report || report->subject.kind == Kind::pack || report->withdrawn_at) {
    return no_such_paper();
  }
  auto version = find_version(tx, id, report->latest_version);
  if (!version) return no_such_paper();
  if (!version->finished && version->number > 1) {
    version = find_version(tx, id, version->number - 1);
  }
  PaperAtHand at_hand;
  at_hand.paper.kind = paper_kind(report->subject.kind);
  at_hand.paper.title = report->title;
  at_hand.paper.standing = standing_of(*report, *version);
  at_hand.paper.ref = id.text();
  at_hand.blocks = body_of(*version);
  return at_hand;
}

// One level further down, below the paper's own heading.
void append_below(std::vector<documents::Block>& all, std::vector<documents::Block> blocks,
                  const std::string& prefix) {
  for (auto& block : blocks) {
    if (auto* heading = std::get_if<documents::Heading>(&block)) {
      ++heading->level;
      if (!heading->anchor.empty()) heading->anchor.insert(0, prefix);
    }
    all.push_back(std::move(block));
  }
}

Result<reporting::Draft> draft_pack(postgres::BoardTx& tx, const Report& report,
                                    const Drafting& with) {
  std::vector<reporting::PackPaper> papers;
  std::vector<PaperAtHand> at_hand;
  for (const auto& id : report.subject.papers) {
    auto paper = read_paper(tx, id);
    if (!paper) return paper.problem();
    papers.push_back(paper->paper);
    at_hand.push_back(std::move(*paper));
  }
  papers = reporting::in_meeting_order(std::move(papers));
  reporting::Meeting meeting;
  meeting.board = board_name(tx);
  meeting.title = report.about;
  meeting.prepared_by = tx.actor().person_name;
  auto front = reporting::pack_front(meeting, papers);
  reporting::Draft draft;
  draft.title = "Chair’s pack: " + report.about;
  draft.subtitle = "Papers as they stood on " + to_words(day_in_england(with.at));
  draft.sections.push_back({"introduction", "From the office",
                            "The papers for your meeting, in the order of the agenda."});
  draft.facts = std::move(front.blocks);
  int number = 0;
  for (const auto& paper : papers) {
    const auto found = std::find_if(at_hand.begin(), at_hand.end(), [&](const PaperAtHand& each) {
      return each.paper.ref == paper.ref;
    });
    ++number;
    const auto prefix = "paper-" + std::to_string(number);
    draft.facts.emplace_back(documents::PageBreak{});
    draft.facts.emplace_back(
        documents::Heading{2, std::to_string(number) + ". " + paper.title, prefix});
    append_below(draft.facts, std::move(found->blocks), prefix + "-");
  }
  return draft;
}

}  // namespace

Result<reporting::Draft> draft_report(postgres::BoardTx& tx, const Report& report,
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

}  // namespace onereturn::reports
