#pragma once

#include <string>
#include <vector>

#include "base/problem.hpp"
#include "domain/fan_out/fan_out.hpp"
#include "domain/fan_out/received_store.hpp"

// From stored rows back to the copy that they are rows of. Pure.
namespace onereturn::fan_out {

// The same for a return that is not there and for somebody else's.
Problem no_such_return();

Receipt receipt_of(const ReturnHead& head);

// The boxes with everything that the template says of them, in the order in which they are stored.
std::vector<mapping::RenderedBox> boxes_of(const std::vector<StoredBox>& stored,
                                           const frameworks::Template& form);

// Names the sources by the framework and by the board's own questions, and says in a sentence for
// the board why each box says what it says.
void explain_to_board(std::vector<mapping::RenderedBox>& boxes,
                      const frameworks::Framework* framework, const frameworks::Mapping* mapping);

}  // namespace onereturn::fan_out
