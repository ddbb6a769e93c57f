#include "gateway/views/standing.hpp"

#include "gateway/views/words.hpp"

namespace onereturn::gateway::views {

const std::vector<std::pair<std::string, std::string>>& standings() {
  static const std::vector<std::pair<std::string, std::string>> all = {
      {"not_started", "Not started"}, {"started", "Started"},     {"sent_back", "Sent back"},
      {"to_evaluate", "To evaluate"}, {"evaluated", "Evaluated"}, {"signed_off", "Signed off"},
      {"left_out", "Left out"},       {"withdrawn", "Withdrawn"},
  };
  return all;
}

std::string standing_words(std::string_view state) {
  for (const auto& [code, words] : standings()) {
    if (code == state) return words;
  }
  return "Not asked yet";
}

html::Data standing_status(std::string_view state, bool late) {
  const auto words = standing_words(state);
  if (late && state == "sent_back") return status("red", "off-track", "Late, sent back");
  if (late) return status("red", "off-track", state == "started" ? "Late, started" : "Late");
  if (state == "started") return status("quiet", "draft", words);
  if (state == "sent_back") return status("amber", "at-risk", words);
  if (state == "to_evaluate") return status("act", "now", words);
  if (state == "evaluated") return status("act", "done", words);
  if (state == "signed_off") return status("blue", "complete", words);
  if (state == "left_out" || state == "withdrawn") return status("quiet", "na", words);
  return status("quiet", "none", words);
}

std::string answered_words(std::optional<int> questions, int confirmed) {
  if (!questions) return {};
  return std::to_string(confirmed) + " of " + std::to_string(*questions);
}

}  // namespace onereturn::gateway::views
