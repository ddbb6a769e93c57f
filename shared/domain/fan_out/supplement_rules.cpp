#include "domain/fan_out/supplement_rules.hpp"

#include <algorithm>

#include "domain/fan_out/copy_words.hpp"
#include "domain/fan_out/result_hash.hpp"

namespace onereturn::fan_out {

namespace {

std::string in_words(const mapping::RenderedAction& action) {
  auto words = action.what;
  if (!action.how.empty()) words += "\n" + action.how;
  if (!action.lead.empty()) words += "\nLead: " + action.lead;
  if (action.by_on) words += "\nBy " + to_words(*action.by_on);
  return words;
}

std::string in_words(const mapping::Evidence& piece) {
  return piece.kept_where.empty() ? piece.title : piece.title + "\n" + piece.kept_where;
}

template <class Line>
std::vector<std::string> all_in_words(const std::vector<Line>& lines) {
  std::vector<std::string> all;
  for (const auto& line : lines)
    all.push_back(in_words(line));
  return all;
}

std::string first_line(const std::string& words) { return words.substr(0, words.find('\n')); }

// What stands in both is left out; the same first line is the same thing with other words.
std::vector<LineDifference> lines_between(std::vector<std::string> before,
                                          std::vector<std::string> after) {
  for (auto at = before.begin(); at != before.end();) {
    const auto same = std::find(after.begin(), after.end(), *at);
    if (same == after.end()) {
      ++at;
      continue;
    }
    after.erase(same);
    at = before.erase(at);
  }
  std::vector<LineDifference> found;
  for (auto& old : before) {
    const auto other = std::find_if(after.begin(), after.end(), [&](const auto& line) {
      return first_line(line) == first_line(old);
    });
    LineDifference one{std::move(old), {}};
    if (other != after.end()) {
      one.after = std::move(*other);
      after.erase(other);
    }
    found.push_back(std::move(one));
  }
  for (auto& added : after)
    found.push_back({{}, std::move(added)});
  return found;
}

bool says_the_same(const mapping::RenderedBox& one, const mapping::RenderedBox& other) {
  return one.text == other.text && one.point == other.point && one.state == other.state;
}

}  // namespace

Difference difference_between(const DeliveredCopy& before, const DeliveredCopy& after) {
  Difference found;
  std::map<std::string, const mapping::RenderedBox*> old;
  for (const auto& box : before.copy.boxes)
    old[box.box_no] = &box;
  for (const auto& box : after.copy.boxes) {
    const auto known = old.find(box.box_no);
    if (known == old.end()) {
      auto nothing = box;
      nothing.text.clear();
      nothing.point.clear();
      nothing.point_label.clear();
      nothing.state = mapping::BoxState::unanswered;
      found.boxes.push_back({std::move(nothing), box});
    } else if (!says_the_same(*known->second, box)) {
      found.boxes.push_back({*known->second, box});
    }
  }
  found.actions =
      lines_between(all_in_words(before.copy.actions), all_in_words(after.copy.actions));
  found.evidence =
      lines_between(all_in_words(before.copy.evidence), all_in_words(after.copy.evidence));
  return found;
}

Contents contents_of(const mapping::RenderedCopy& copy) {
  Contents contents;
  for (const auto& box : copy.boxes)
    contents[box.box_no] = {printed_text(box), box.point, state_word(box)};
  return contents;
}

int changed_boxes(const Contents& one, const Contents& other) {
  int changed = 0;
  for (const auto& [number, content] : one) {
    const auto found = other.find(number);
    if (found == other.end() || !(found->second == content)) ++changed;
  }
  for (const auto& [number, content] : other) {
    if (!one.contains(number)) ++changed;
  }
  return changed;
}

CopyAge age_of(const Contents& now, const Contents& stands, const Contents& newest,
               Standing newest_standing) {
  if (changed_boxes(now, stands) == 0) return CopyAge::current;
  if (changed_boxes(now, newest) > 0) return CopyAge::older;
  if (newest_standing == Standing::offered) return CopyAge::offered;
  return newest_standing == Standing::declined ? CopyAge::declined : CopyAge::older;
}

}  // namespace onereturn::fan_out
