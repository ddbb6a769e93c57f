#pragma once

#include <string>
#include <vector>

#include "domain/returns/commitments.hpp"
#include "domain/returns/workspace.hpp"
#include "gateway/views/typed_date.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"
#include "platform/http/fields.hpp"

namespace onereturn::gateway::views {

// One commitment as typed: what bits/commitment_fields shows and what the form sends back.
struct TypedCommitment {
  std::string key;  // "c-<uuid>", or "c-new"
  std::string what, how, lead, area, change;
  TypedDate by;
  std::string error;

  bool is_new() const { return key == "c-new"; }
  // Nothing was typed at all.
  bool empty() const;
};

TypedCommitment typed(const returns::KeptCommitment& kept);

// Every commitment that the form sent, in its order.
std::vector<TypedCommitment> typed_commitments(const http::Fields& form);

// The words for the use case, or the sentence of what is wrong: a date that does not exist.
struct ReadCommitment {
  returns::WriteCommitment words;
  std::string error;
};
ReadCommitment read_commitment(const TypedCommitment& typed);

// True when both say the same in every field that the form has.
bool same_words(const returns::WriteCommitment& words, const returns::KeptCommitment& kept);

// The list of bits/commitment_fields: what is kept, then one empty form.
html::Data commitment_rows(const std::vector<TypedCommitment>& rows, bool area_asked,
                           bool change_asked);

// Whether any of the boards' action tables has such a column.
bool column_asked(const std::vector<returns::Engaged>& boards, frameworks::ActionField field);

}  // namespace onereturn::gateway::views
