#include "domain/reviews/training_store.hpp"

#include "domain/reviews/sql.hpp"

namespace onereturn::reviews {

bool has_wave(postgres::BoardTx& tx, const AuditId& wave) {
  const std::optional<ReturnId> none;
  return !tx.run(sql::return_or_wave, none, wave).empty();
}

std::vector<PointCount> load_graded(postgres::BoardTx& tx, const AuditId& wave) {
  std::vector<PointCount> counts;
  for (const postgres::Row row : tx.run(sql::graded_items, wave)) {
    PointCount one;
    one.organisation = row.text_if("organisation").value_or("");
    one.form = {row.text("template_code"), row.number("template_version")};
    if (!row.is_null("framework_code")) {
      one.framework = {row.text("framework_code"), row.number("framework_version")};
    }
    one.standard = row.text_if("standard").value_or("");
    one.point = row.text("point");
    one.by_board = row.boolean("by_board");
    one.items = row.number("items");
    counts.push_back(std::move(one));
  }
  return counts;
}

}  // namespace onereturn::reviews
