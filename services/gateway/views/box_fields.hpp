#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/returns/board_view.hpp"
#include "domain/returns/save_box.hpp"
#include "gateway/views/commitment_rows.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"
#include "platform/http/fields.hpp"

namespace onereturn::gateway::views {

// What was typed into one bits/box_field and could not be kept, with the reason.
struct TypedBox {
  std::string text;
  std::string point;
  std::string reason;
  std::string from;  // "common" or "own" where a common text stands above
  std::string error;
  std::optional<std::string> theirs;  // what a colleague saved meanwhile
  std::string theirs_by;              // who that is
  int version = 0;
  int common_version = 0;
};
// By the field's id.
using TypedBoxes = std::map<std::string, TypedBox>;

// The field of one thing that only this board asks. Ids are stable for the same extra.
std::string extra_id(const returns::Extra& extra);
// The field of one box of the board's own form.
std::string form_box_id(const frameworks::Box& box);

// What the form holds for a field: a choice is a scale point's code, or a level's digit for a
// residual.
TypedBox posted_box(const http::Fields& form, const std::string& id);

// What the person who looks may do; what they may not is shown and cannot be changed.
struct May {
  bool write = true;
  bool choose = true;
};

// pages/extras.
html::Data extras_page(const returns::Workspace& workspace, const returns::Engaged& board,
                       const TypedBoxes& typed, const std::string& saved_note, May may = {});

}  // namespace onereturn::gateway::views
