#pragma once

#include <vector>

#include "domain/reporting/figures.hpp"
#include "platform/postgres/transaction.hpp"

// What figures are made of; one statement each.
namespace onereturn::reporting {

std::vector<Judged> load_judged(postgres::BoardTx& tx, const std::vector<AuditId>& waves);
Ageing load_ageing(postgres::BoardTx& tx, Date today, bool with_withheld);
std::vector<YearSaving> load_savings(postgres::BoardTx& tx);

}  // namespace onereturn::reporting
