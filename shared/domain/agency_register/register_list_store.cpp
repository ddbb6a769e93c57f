#include "domain/agency_register/register_list.hpp"
#include "domain/agency_register/sql.hpp"

namespace onereturn::agency_register {

RegisterPage list_entries(postgres::BoardTx& tx, const RegisterQuery& query, Date today) {
  RegisterPage page;
  for (const auto row : tx.run(sql::register_rows, query.text, query.types, query.states,
                               query.waves, query.attention, today, query.only, query.entries,
                               query.sort, query.descending, query.count, query.offset)) {
    RegisterRow each;
    each.entry = row.id<EntryId>("entry_id");
    each.name = row.text("name");
    each.type = row.text("type");
    each.type_words = row.text("type_words");
    each.own_ref = row.text("own_ref");
    each.section11 = row.boolean("section11");
    each.to_on = row.date_if("to_on");
    each.parent_name = row.text_if("parent_name").value_or("");
    each.joined = row.boolean("joined");
    each.asked_at = row.instant_if("asked_at");
    each.lead = row.text_if("lead").value_or("");
    each.bounced = row.boolean("bounced");
    each.came_back = row.number("came_back");
    each.wave = row.id_if<AuditId>("audit_id");
    each.state = row.text("standing");
    each.questions = row.number_if("questions");
    each.confirmed = row.number_if("confirmed").value_or(0);
    each.last_done = row.date_if("last_done");
    each.due_on = row.date_if("due_on");
    each.late = row.boolean("late");
    page.total = row.number("total");
    page.rows.push_back(std::move(each));
  }
  return page;
}

RegisterCounts count_entries(postgres::BoardTx& tx, const std::vector<std::string>& waves,
                             Date today) {
  RegisterCounts counts;
  for (const auto row : tx.run(sql::register_counts, waves, today)) {
    const auto kind = row.text("kind");
    const auto n = row.number("n");
    if (kind == "all") counts.all = n;
    if (kind == "joined") counts.joined = n;
    if (kind == "state") counts.states[row.text("value")] = n;
    if (kind == "type") counts.types[row.text("value")] = n;
    if (kind == "attention") counts.attention[row.text("value")] = n;
  }
  return counts;
}

}  // namespace onereturn::agency_register
