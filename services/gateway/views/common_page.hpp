#pragma once

#include <string>
#include <vector>

#include "domain/returns/workspace.hpp"
#include "gateway/views/box_fields.hpp"
#include "platform/html/data.hpp"

// What is answered once for several units.
namespace onereturn::gateway::views {

// pages/common: the questions, or the sections of the one form, with how many are answered.
html::Data common_page(const returns::Workspace& workspace);

// The boxes for words that the agency fills; a rating is each unit's own.
std::vector<const frameworks::Box*> common_boxes(const frameworks::Section& section);

// pages/common_section.
html::Data common_section_page(const returns::Workspace& workspace, const returns::Engaged& board,
                               const frameworks::Section& section, const TypedBoxes& typed,
                               const std::string& saved_note);

}  // namespace onereturn::gateway::views
