#pragma once

#include <optional>
#include <vector>

#include "domain/returns/asked.hpp"
#include "domain/returns/question_view.hpp"

namespace onereturn::returns {

// What each level would mean for the boards that ask: one entry per rated box that the requirement
// touches, none for boards that take words only. `parts_matter`: at this level some box stays open
// that the levels of the parts could decide.
std::vector<LevelChoice> level_choices(const Workspace& workspace,
                                       const frameworks::Requirement& requirement);

// What this answer, not saved yet, would mean in the same boxes: exact where level and parts
// decide. Nothing when level and parts contradict each other, or without a level.
std::optional<std::vector<Consequence>> consequences_of(const Workspace& workspace,
                                                        const frameworks::Requirement& requirement,
                                                        const mapping::Answer& answer);

// What the answers as they stand mean in every rated box that the requirement touches.
std::vector<Consequence> present_consequences(const Workspace& workspace,
                                              const frameworks::Requirement& requirement);

}  // namespace onereturn::returns
