#pragma once

#include "domain/returns/workspace.hpp"

// An agency with answers under the real content: what the pages are tried on.
namespace onereturn::gateway::sample {

// A police force asked by five boards; most questions answered, at levels 0 to 4, one not
// applicable, some not begun.
returns::Workspace police();

// A school asked by one board: that board's own form, half filled.
returns::Workspace school();

}  // namespace onereturn::gateway::sample
