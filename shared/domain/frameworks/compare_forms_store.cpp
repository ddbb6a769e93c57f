#include "domain/frameworks/compare_forms_store.hpp"

#include <algorithm>
#include <utility>

#include "base/ensure.hpp"
#include "domain/frameworks/catalogue_store.hpp"
#include "domain/frameworks/sql.hpp"

namespace onereturn::frameworks {

Result<FormsSideBySide> compare_forms(postgres::BoardTx& tx, const std::string& framework) {
  const auto latest = latest_framework(tx, framework);
  auto at_hand = latest ? load_framework(tx, *latest) : nullptr;
  if (at_hand == nullptr) return Problem{ProblemCode::not_found, "not-found", "", {}};
  std::vector<VersionRef> refs;
  std::vector<MappedForm> forms;
  for (const postgres::Row row : tx.run(sql::forms_to_compare, latest->code, latest->version)) {
    refs.push_back({row.text("template_code"), row.number("version")});
    forms.push_back({nullptr, nullptr, row.boolean("own"), row.date_if("published_on")});
  }
  const auto templates = load_templates(tx, refs);
  const auto mappings = load_mappings(tx, refs, *latest);
  for (std::size_t at = 0; at < forms.size(); ++at) {
    ENSURE(templates[at] != nullptr, "a form that is in the catalogue has gone");
    forms[at].form = templates[at];
    forms[at].mapping = mappings[at];
  }
  std::ranges::stable_partition(forms, [](const MappedForm& one) { return one.own; });
  FrameworkIndex index(*at_hand);
  return FormsSideBySide{std::move(at_hand), std::move(index), std::move(forms)};
}

}  // namespace onereturn::frameworks
