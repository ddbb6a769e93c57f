#include "domain/reporting/chairs_pack.hpp"

#include <algorithm>
#include <array>
#include <set>

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

constexpr int deepest = 4;

// The anchor, or with a number behind it where the paper has that one already.
std::string only(std::set<std::string>& taken, const std::string& anchor) {
  auto made = anchor;
  for (int next = 2; !taken.insert(made).second; ++next)
    made = anchor + "-" + std::to_string(next);
  return made;
}

bool by_name(const PackPaper& paper) {
  return paper.kind == "evaluation" || paper.kind == "return";
}

std::string purpose_of(const PackPaper& paper) {
  if (!paper.purpose.empty()) return paper.purpose;
  const auto place = place_of(paper);
  return place < kinds.size() ? kinds[place].purpose : "To note";
}

std::string number_and_title(int number, const PackPaper& paper) {
  return figure(number) + ". " + paper.title;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string words;
  for (const auto& part : parts) {
    if (part.empty()) continue;
    if (!words.empty()) words += ". ";
    words += part;
  }
  return words.empty() ? words : words + ".";
}

documents::Contents contents(const std::vector<PackPaper>& papers) {
  documents::Contents contents;
  int number = 0;
  for (const auto& paper : papers) {
    ++number;
    contents.lines.push_back({number_and_title(number, paper), anchor_of_paper(number),
                              joined({purpose_of(paper), paper.standing, paper.record})});
  }
  return contents;
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

std::string anchor_of_paper(int number) { return "paper" + std::to_string(number); }

documents::Document pack_front(const Meeting& meeting, const std::vector<PackPaper>& papers) {
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
    blocks.emplace_back(contents(papers));
  }
  blocks.emplace_back(heading("What the meeting is asked to do", "wanted"));
  auto points = wanted(papers);
  const auto others = papers.size() - points.size();
  if (points.empty()) {
    blocks.emplace_back(plain("Nothing is to be decided. The papers are for information."));
  } else {
    documents::List list;
    for (auto& point : points)
      list.items.push_back({std::move(point)});
    blocks.emplace_back(std::move(list));
    if (others > 0) {
      blocks.emplace_back(
          plain(counted(static_cast<int>(others), "other paper is", "other papers are") +
                " for information."));
    }
  }
  blocks.emplace_back(heading("Signed", "signed"));
  blocks.emplace_back(documents::SignOffs{{{"Independent chair", meeting.chair, ""}}});
  return document;
}

std::vector<documents::Block> paper_in_pack(PackPaper paper, int number) {
  const auto anchor = anchor_of_paper(number);
  std::vector<documents::Block> blocks;
  blocks.emplace_back(documents::PageBreak{});
  blocks.emplace_back(heading(number_and_title(number, paper), anchor));
  blocks.emplace_back(plain(joined({purpose_of(paper), paper.standing, paper.record,
                                    paper.check.empty() ? "" : "Check value " + paper.check})));
  std::set<std::string> taken;
  for (auto& block : paper.blocks) {
    if (auto* title = std::get_if<documents::Heading>(&block)) {
      title->level = std::min(title->level + 1, deepest);
      if (!title->anchor.empty()) title->anchor = only(taken, anchor + "-" + title->anchor);
    } else if (auto* inner = std::get_if<documents::Contents>(&block)) {
      for (auto& line : inner->lines)
        line.anchor.insert(0, anchor + "-");
    }
    blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace onereturn::reporting
