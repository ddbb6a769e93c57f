#include "domain/reporting/agency_waiting.hpp"

#include "domain/reporting/sql.hpp"

namespace onereturn::reporting {

namespace {

AskedOfAgency::Kind kind_in(std::string_view code) {
  if (code == "plan") return AskedOfAgency::Kind::plan;
  if (code == "question") return AskedOfAgency::Kind::question;
  if (code == "action") return AskedOfAgency::Kind::action;
  if (code == "contacts") return AskedOfAgency::Kind::contacts;
  return AskedOfAgency::Kind::evidence;
}

}  // namespace

std::vector<AskedOfAgency> asked_of_agency(postgres::AgencyTx& tx) {
  std::vector<AskedOfAgency> all;
  for (const auto row : tx.run(sql::agency_waiting)) {
    all.push_back({kind_in(row.view("kind")), row.text("board"), row.number("number"),
                   row.date_if("due_on"), row.text("id"), row.text("words")});
  }
  return all;
}

}  // namespace onereturn::reporting
