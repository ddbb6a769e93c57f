#include "domain/returns/workspace.hpp"

#include <algorithm>

namespace onereturn::returns {

mapping::Engagement Workspace::engagement(const Engaged& of) const {
  return {of.identity, of.form.get(), of.mapping.get(), way};
}

std::vector<mapping::Engagement> Workspace::engagements() const {
  std::vector<mapping::Engagement> all;
  all.reserve(boards.size());
  for (const auto& board : boards)
    all.push_back(engagement(board));
  return all;
}

const mapping::CommonSide& Workspace::common_for(const Engaged& of,
                                                 mapping::CommonSide& own) const {
  if (of.profile.empty()) return common;
  own = common;
  for (const auto& [key, value] : of.profile)
    own.profile[key] = value;
  return own;
}

const Engaged* Workspace::find(const RequestId& request) const {
  const auto found = std::find_if(boards.begin(), boards.end(),
                                  [&](const Engaged& board) { return board.request == request; });
  return found == boards.end() ? nullptr : &*found;
}

const Engaged* Workspace::find_board(const BoardId& board) const {
  const auto found = std::find_if(boards.begin(), boards.end(), [&](const Engaged& engaged) {
    return engaged.board.board == board;
  });
  return found == boards.end() ? nullptr : &*found;
}

const frameworks::Requirement* Workspace::requirement(const std::string& code) const {
  return index->requirement(code);
}

std::string box_version_key(const std::string& kind, const std::string& box_no) {
  return kind + " " + box_no;
}

}  // namespace onereturn::returns
