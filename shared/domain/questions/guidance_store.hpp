#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/questions/questions.hpp"
#include "platform/postgres/transaction.hpp"

// The only door to what a board tells all of its agencies. An agency sees what stands for a form
// that it has an open request with, the newest version, and not where it came from.
namespace onereturn::questions {

bool insert_guidance(postgres::BoardTx& tx, const Guidance& guidance,
                     const std::optional<ThreadId>& from);
void insert_version(postgres::BoardTx& tx, const Guidance& guidance);
// Held until the transaction ends; the newest version. Nothing for an id that is not the board's.
std::optional<Guidance> hold_guidance(postgres::BoardTx& tx, const GuidanceId& id);
void note_version(postgres::BoardTx& tx, const Guidance& guidance);
void withdraw(postgres::BoardTx& tx, const GuidanceId& id, Instant at);

// The newest version of each, newest first; `of_item` only for that item of that form.
std::vector<Guidance> list_guidance(postgres::BoardTx& tx);
// Every version of one, newest first.
std::vector<Guidance> versions_of(postgres::BoardTx& tx, const GuidanceId& id);
// Everything that this agency's boards tell it.
std::vector<Guidance> list_guidance(postgres::AgencyTx& tx);

}  // namespace onereturn::questions
