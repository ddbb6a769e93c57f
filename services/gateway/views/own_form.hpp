#pragma once

#include <string>
#include <vector>

#include "gateway/views/box_fields.hpp"
#include "gateway/views/typed_evidence.hpp"

// The form of the one board that asks.
namespace onereturn::gateway::views {

// pages/own_form: the standards of the one board that asks.
html::Data own_form_page(const returns::Workspace& workspace, const returns::Engaged& board);

// What was typed into a section and refused, and what is wrong.
struct TypedSection {
  TypedBoxes boxes;
  std::vector<TypedCommitment> commitments;
  TypedEvidence evidence;
  std::vector<PageError> evidence_errors;
};

// pages/own_form_section.
html::Data own_form_section_page(const returns::Workspace& workspace, const returns::Engaged& board,
                                 const std::string& section, const TypedSection& typed,
                                 const std::string& saved_note, May may = {});

}  // namespace onereturn::gateway::views
