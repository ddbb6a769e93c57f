#include "gateway/pages/returns/about_what.hpp"

#include <algorithm>

namespace onereturn::gateway::pages {

std::vector<returns::Subject> subjects_of(const returns::Workspace& workspace,
                                          const returns::KeptCommitment& kept) {
  std::vector<returns::Subject> subjects;
  for (const auto& subject : kept.words.subjects) {
    returns::Subject at{subject.requirement, {}, subject.item};
    for (const auto& board : workspace.boards) {
      if (!subject.board.empty() && board.identity.code == subject.board)
        at.request = board.request;
    }
    subjects.push_back(std::move(at));
  }
  return subjects;
}

std::vector<returns::Subject> subjects_ticked(const AboutWhat& about,
                                              const std::vector<std::string>& ticked) {
  if (about.items.empty()) return {about.subject};
  std::vector<returns::Subject> subjects;
  for (const auto& item : about.items) {
    if (std::ranges::count(ticked, item.code) > 0)
      subjects.push_back({"", about.subject.request, item.code});
  }
  return subjects;
}

std::vector<returns::Subject> subjects_after(const AboutWhat& about,
                                             const std::vector<std::string>& ticked,
                                             const std::vector<returns::Subject>& before) {
  if (about.items.empty()) return before;
  auto subjects = subjects_ticked(about, ticked);
  for (const auto& each : before) {
    const bool here = each.request == about.subject.request &&
                      std::ranges::count(about.items, each.item, &views::ItemToActOn::code) > 0;
    if (!here) subjects.push_back(each);
  }
  return subjects;
}

}  // namespace onereturn::gateway::pages
