#pragma once

#include <optional>
#include <vector>

#include "domain/questions/support.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to the support log.
namespace onereturn::questions {

// False when that id stands already.
bool insert_support(postgres::BoardTx& tx, const Support& support);
// False when one of them is not in this board's register.
bool insert_organisations(postgres::BoardTx& tx, const Support& support);
bool strike(postgres::BoardTx& tx, const SupportId& id, Instant at);
bool has_support(postgres::BoardTx& tx, const SupportId& id);

// Newest day first; two statements, whatever their number.
std::vector<Support> list_support(postgres::BoardTx& tx);
// Whom it can be about: the register, by name.
std::vector<Organisation> organisations(postgres::BoardTx& tx);
// Of every organisation of the register that has not ended: one statement.
std::vector<Needs> load_needs(postgres::BoardTx& tx, Date today);

}  // namespace onereturn::questions
