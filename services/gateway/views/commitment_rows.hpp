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
  std::vector<std::string> items;  // codes, where the page has several
  std::string error;

  bool is_new() const { return key == "c-new"; }
  // Nothing was typed at all.
  bool empty() const;
};

TypedCommitment typed(const returns::KeptCommitment& kept);

// An item of the page's form that an action can be about.
struct ItemToActOn {
  std::string code;
  std::string text;
};
// Those of a section in which the agency rates more than one; none where there is no choice.
std::vector<ItemToActOn> items_to_act_on(const frameworks::Section& section);

// Every commitment that the form sent, in its order.
std::vector<TypedCommitment> typed_commitments(const http::Fields& form);

// The words for the use case, or the sentence of what is wrong: a date that does not exist.
struct ReadCommitment {
  returns::WriteCommitment words;
  std::string error;
};
ReadCommitment read_commitment(const TypedCommitment& typed);

// True when both say the same in every field of words that the form has.
bool same_words(const returns::WriteCommitment& words, const returns::KeptCommitment& kept);

// The list of bits/commitment_fields: what is kept, then one empty form. Where there are items,
// each says which it is about.
html::Data commitment_rows(const std::vector<TypedCommitment>& rows, bool area_asked,
                           bool change_asked, const std::vector<ItemToActOn>& items = {});

// Whether any of the boards' action tables has such a column.
bool column_asked(const std::vector<returns::Engaged>& boards, frameworks::ActionField field);

}  // namespace onereturn::gateway::views
