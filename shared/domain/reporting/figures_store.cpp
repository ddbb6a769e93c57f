#include "domain/reporting/figures_store.hpp"

#include "domain/reporting/sql.hpp"

namespace onereturn::reporting {

std::vector<Judged> load_judged(postgres::BoardTx& tx, const std::vector<AuditId>& waves) {
  std::vector<Judged> all;
  for (const postgres::Row row : tx.run(sql::figures_judged, waves)) {
    Judged one;
    one.wave = row.id<AuditId>("audit_id");
    one.entry = row.text_if("entry_id").value_or("");
    one.return_id = row.text("return_id");
    one.organisation = row.text("organisation");
    one.form = {row.text("template_code"), row.number("template_version")};
    if (!row.is_null("framework_code"))
      one.framework = {row.text("framework_code"), row.number("framework_version")};
    one.box = row.text("box_no");
    one.section = row.text_if("section_code").value_or("");
    one.item = row.text_if("item_code").value_or("");
    one.lineage = row.text_if("lineage_id").value_or("");
    one.by_board = row.boolean("by_board");
    one.own = row.text_if("own").value_or("");
    one.grade = row.text_if("grade").value_or("");
    one.not_applicable = row.boolean("not_applicable");
    one.released = row.boolean("released");
    all.push_back(std::move(one));
  }
  return all;
}

Ageing load_ageing(postgres::BoardTx& tx, Date today, bool with_withheld) {
  const auto rows = tx.run(sql::figures_ageing, today, with_withheld);
  const auto row = rows.one();
  return {row.number("no_day"), row.number("not_due"), row.number("month"), row.number("quarter"),
          row.number("older")};
}

std::vector<YearSaving> load_savings(postgres::BoardTx& tx) {
  std::vector<YearSaving> all;
  for (const postgres::Row row : tx.run(sql::figures_saving)) {
    all.push_back({row.number("year"), row.number("returns"), row.number("questions"),
                   row.number("spared"), row.number("boxes"), row.number("once"),
                   row.number("reminders")});
  }
  return all;
}

}  // namespace onereturn::reporting
