#pragma once

#include <string>
#include <vector>

#include "domain/questions/support.hpp"

// The reasons of "who may need help" in words. Pure.
namespace onereturn::questions {

// One sentence a reason, with its count: "2 returns are late."
std::vector<std::string> reasons_of(const Needs& needs);

// Those with a reason, late returns first, then as the list of reasons goes on; by name where all
// counts are the same. Nothing is added up.
std::vector<Needs> in_order(std::vector<Needs> all);

}  // namespace onereturn::questions
