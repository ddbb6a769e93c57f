#pragma once

#include <string>

namespace onereturn::audit_log {

// What one entry of a party's trail says: who did it, for whom and when are the database's to add,
// from the sealed scope. Never text that somebody wrote, never a secret.
struct Entry {
  std::string what;          // "return.submitted", "return.acknowledged", "answer.saved"
  std::string subject_kind;  // "return", "submission", "answer"
  std::string subject_id;    // a uuid or a code of ours
  std::string detail = {};   // a few plain words: "version 2, 8 lights"; may be empty
  // Who it was about, a name or an address: kept beside the chain, so that it can be erased.
  std::string personal = {};
};

}  // namespace onereturn::audit_log
