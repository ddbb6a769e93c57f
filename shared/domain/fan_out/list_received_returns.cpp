#include "domain/fan_out/list_received_returns.hpp"

#include <algorithm>

#include "domain/fan_out/received_store.hpp"
#include "domain/frameworks/catalogue_store.hpp"
#include "domain/returns/asked.hpp"

namespace onereturn::fan_out {

namespace {

// Whoever asked for a part reads which.
void name_places(postgres::BoardTx& tx, std::vector<ReceivedReturn>& all) {
  std::vector<frameworks::VersionRef> forms;
  for (const auto& each : all) {
    const bool known = std::find(forms.begin(), forms.end(), each.form) != forms.end();
    if (!each.parts.empty() && !known) forms.push_back(each.form);
  }
  if (forms.empty()) return;
  const auto templates = frameworks::load_templates(tx, forms);
  for (auto& each : all) {
    const auto at = std::find(forms.begin(), forms.end(), each.form);
    if (each.parts.empty() || at == forms.end()) continue;
    for (const auto& section : templates[static_cast<std::size_t>(at - forms.begin())]->sections) {
      if (std::find(each.parts.begin(), each.parts.end(), section.code) != each.parts.end()) {
        each.places.push_back(returns::place_of(section));
      }
    }
  }
}

}  // namespace

Result<std::vector<ReceivedReturn>> list_received_returns(postgres::BoardTx& tx) {
  auto all = received_returns(tx);
  name_places(tx, all);
  return all;
}

}  // namespace onereturn::fan_out
