#include "domain/reporting/chairs_pack.hpp"

#include <algorithm>
#include <array>

#include "domain/reporting/draft_words.hpp"

namespace onereturn::reporting {

namespace {

struct PaperKind {
  std::string_view kind;
  const char* purpose;
};
// In the order of a meeting.
constexpr std::array<PaperKind, 6> kinds = {{{"overview", "To agree"},
                                             {"highlights", "To note"},
                                             {"exceptions", "To decide"},
                                             {"plan", "To agree"},
                                             {"evaluation", "To note"},
                                             {"return", "For reference"}}};

std::size_t place_of(const PackPaper& paper) {
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const PaperKind& one) { return one.kind == paper.kind; });
  return static_cast<std::size_t>(found - kinds.begin());
}

bool by_name(const PackPaper& paper) {
  return paper.kind == "evaluation" || paper.kind == "return";
}

std::string purpose_of(const PackPaper& paper) {
  if (!paper.purpose.empty()) return paper.purpose;
  const auto place = place_of(paper);
  return place < kinds.size() ? kinds[place].purpose : "To note";
}

documents::Table contents(const std::vector<PackPaper>& papers, int front_pages) {
  const bool paged = front_pages > 0 && !papers.empty() && papers.front().pages > 0;
  documents::Table table;
  table.caption = "Papers of this meeting";
  table.name = "contents";
  table.columns = {{"Paper", 1}, {"What it is", 6}, {"For", 2}, {"Standing", 3}};
  if (paged) table.columns.push_back({"Page", 1});
  int number = 0;
  int page = front_pages + 1;
  bool known = paged;
  for (const auto& paper : papers) {
    std::vector<documents::Cell> row{figure_cell(++number), cell(paper.title),
                                     cell(purpose_of(paper)), cell(paper.standing)};
    if (paged) row.push_back(known ? figure_cell(page) : cell("Not known yet"));
    table.rows.push_back(std::move(row));
    known = known && paper.pages > 0;
    page += paper.pages;
  }
  return table;
}

std::vector<documents::Paragraph> wanted(const std::vector<PackPaper>& papers) {
  std::vector<documents::Paragraph> points;
  int number = 0;
  for (const auto& paper : papers) {
    ++number;
    const auto purpose = purpose_of(paper);
    if (purpose != "To agree" && purpose != "To decide") continue;
    points.push_back(plain("Paper " + figure(number) + ", " + paper.title + ": " +
                           (purpose == "To agree" ? "to agree." : "to decide.")));
  }
  return points;
}

}  // namespace

std::vector<PackPaper> in_meeting_order(std::vector<PackPaper> papers) {
  std::stable_sort(papers.begin(), papers.end(), [](const PackPaper& a, const PackPaper& b) {
    if (place_of(a) != place_of(b)) return place_of(a) < place_of(b);
    return by_name(a) && a.title < b.title;
  });
  return papers;
}

documents::Document pack_front(const Meeting& meeting, const std::vector<PackPaper>& papers,
                               int front_pages) {
  documents::Document document;
  document.title = meeting.title.empty() ? "Papers for the chair" : meeting.title;
  document.subtitle = meeting.board + (meeting.on ? ", " + to_words(*meeting.on) : "");
  auto& blocks = document.blocks;
  if (!meeting.where.empty()) blocks.emplace_back(plain("Place: " + meeting.where + "."));
  if (!meeting.prepared_by.empty()) {
    blocks.emplace_back(plain("Prepared by " + meeting.prepared_by + "."));
  }
  blocks.emplace_back(heading("Contents", "contents"));
  if (papers.empty()) {
    blocks.emplace_back(plain("No paper has been put into this pack."));
  } else {
    blocks.emplace_back(contents(papers, front_pages));
  }
  blocks.emplace_back(heading("What the meeting is asked to do", "wanted"));
  auto points = wanted(papers);
  if (points.empty()) {
    blocks.emplace_back(plain("Nothing is to be decided. The papers are for information."));
  } else {
    documents::List list;
    for (auto& point : points)
      list.items.push_back({std::move(point)});
    blocks.emplace_back(std::move(list));
  }
  blocks.emplace_back(heading("Signed", "signed"));
  blocks.emplace_back(documents::SignOffs{{{"Independent chair", meeting.chair, ""}}});
  return document;
}

}  // namespace onereturn::reporting
