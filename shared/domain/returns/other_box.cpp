#include "domain/returns/other_box.hpp"

#include "domain/returns/box_store.hpp"
#include "domain/returns/sql.hpp"
#include "domain/returns/workspace_store.hpp"

namespace onereturn::returns {

std::optional<OtherBox> read_other_box(postgres::AgencyTx& tx, const RequestId& request,
                                       BoxKind kind, const std::string& key) {
  const auto open = find_open_request(tx, request);
  if (!open) return std::nullopt;
  const auto rows = tx.run(sql::read_box, open->engaged.unit, request, key, to_string(kind));
  if (rows.empty()) return std::nullopt;
  const auto row = rows[0];
  OtherBox other;
  other.version = row.number("version");
  other.text = row.text("text");
  other.level = row.number_if("level");
  other.point = row.text_if("point").value_or("");
  other.not_applicable = !row.is_null("na_reason");
  other.reason = row.text_if("na_reason").value_or(row.text_if("reason").value_or(std::string()));
  other.by = load_names(tx)[row.id<PersonId>("saved_by")];
  other.at = row.instant("saved_at");
  return other;
}

}  // namespace onereturn::returns
