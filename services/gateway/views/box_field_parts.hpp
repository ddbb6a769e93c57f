#pragma once

#include <string>
#include <vector>

#include "gateway/views/box_fields.hpp"

// What the fields of bits/box_field are put together from.
namespace onereturn::gateway::views {

// What was refused of the field of that id; nothing when it was not.
const TypedBox* typed_in(const TypedBoxes& typed, const std::string& id);
std::vector<PageError> errors_in(const TypedBoxes& typed);

// Every key of bits/box_field, with nothing in it.
html::Data empty_field(const std::string& id, const std::string& title);

html::Data option(const std::string& id, const std::string& value, const std::string& text,
                  bool checked);
html::Data point_options(const std::vector<frameworks::ScalePoint>& points, const std::string& id,
                         const std::string& legend, const std::string& taken);

bool agency_may_say_na(const frameworks::NotApplicableRule& rule);

void add_text(html::Data& field, const std::string& label, const std::string& hint,
              const std::string& value);
// Whether what is kept is confirmed, and where its versions are seen.
void add_standing(html::Data& field, bool done, bool draft, const std::string& history_href);
// Every version of a box of one board: of a direct one, or of a residual by its item.
std::string box_history_href(const returns::Workspace& workspace, const returns::Engaged& board,
                             returns::BoxKind kind, const std::string& key);
// What is wrong with it, and what a colleague saved meanwhile.
void add_refusal(html::Data& field, const TypedBox* typed);
// The button "Not to hand?", with what was promised.
void add_later(html::Data& field, const std::string& about,
               const std::optional<mapping::Promise>& promised);

}  // namespace onereturn::gateway::views
