#include "gateway/views/differences.hpp"

#include "domain/returns/word_difference.hpp"

namespace onereturn::gateway::views {

using html::Data;
using returns::WordRun;

Data runs_of(std::string_view before, std::string_view after) {
  auto list = Data::list();
  const auto add = [&](WordRun::Kind kind, std::string_view text) {
    list.push(Data::object()
                  .set("same", kind == WordRun::Kind::same)
                  .set("added", kind == WordRun::Kind::added)
                  .set("removed", kind == WordRun::Kind::removed)
                  .set("text", text));
  };
  if (before.empty()) {
    if (!after.empty()) add(WordRun::Kind::same, after);
    return list;
  }
  for (const auto& run : returns::word_difference(before, after))
    add(run.kind, run.text);
  return list;
}

Data marked_text(const std::string& label, std::string_view before, std::string_view after) {
  if (before.empty() && after.empty()) return {};
  return Data::object().set("label", label).set("runs", runs_of(before, after));
}

}  // namespace onereturn::gateway::views
