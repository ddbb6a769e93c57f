#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/agency_register/agency_register.hpp"
#include "platform/postgres/transaction.hpp"

// The register as a list of many: searched, filtered, sorted and paged where the rows are. Every
// role of the board reads it. Two statements, however many organisations there are.
namespace onereturn::agency_register {

struct RegisterQuery {
  std::string text;                    // part of a name or of an own number, or a public number
  std::vector<std::string> types;      // any of these kinds
  std::vector<std::string> states;     // as in RegisterRow
  std::vector<std::string> waves;      // asked in any of these
  std::vector<std::string> attention;  // "late", "due", "bounced", "no_contact", "not_joined",
                                       // "not_invited"
  std::vector<std::string> only;       // "section11", "partner", "closed"
  std::vector<std::string> entries;    // these alone
  std::string sort = "name";           // "name", "due", "done", "state", "answered"
  bool descending = false;
  int count = 50;
  int offset = 0;
};

struct RegisterRow {
  EntryId entry;
  std::string name;
  std::string type;
  std::string type_words;
  std::string own_ref;
  bool section11 = true;
  std::optional<Date> to_on;
  std::string parent_name;
  bool joined = false;
  std::optional<Instant> asked_at;  // when somebody there was invited last
  std::string lead;                 // whom one writes to; empty: nobody
  bool bounced = false;             // and mail to everybody there comes back
  int came_back = 0;                // contacts from whom mail came back
  std::optional<AuditId> wave;      // of what was asked last
  // "never_asked", "not_started", "started", "sent_back", "to_evaluate", "evaluated", "signed_off",
  // "left_out".
  std::string state;
  std::optional<int> questions;  // as far as the agency's counts have come
  int confirmed = 0;
  std::optional<Date> last_done;
  std::optional<Date> due_on;  // of what is open; otherwise when it falls due again
  bool late = false;
};

struct RegisterPage {
  std::vector<RegisterRow> rows;
  int total = 0;
};
RegisterPage list_entries(postgres::BoardTx& tx, const RegisterQuery& query, Date today);

// Of what is in the register now, or was asked in these waves.
struct RegisterCounts {
  int all = 0;
  int joined = 0;
  std::map<std::string, int> states, types, attention;
};
RegisterCounts count_entries(postgres::BoardTx& tx, const std::vector<std::string>& waves,
                             Date today);

}  // namespace onereturn::agency_register
