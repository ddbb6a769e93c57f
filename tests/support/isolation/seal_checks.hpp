#pragma once

#include <string>
#include <vector>

#include <pqxx/pqxx>

namespace onereturn::testing::isolation {

// What is wrong with the sealed transaction, one line each: a reader that believes a forged scope
// or a seal that misses an ingredient, or that answers another part than it says; an entrance that
// lets in what should not act any more, or not what should. Nothing of it is kept.
std::vector<std::string> complaints_about_the_seal(pqxx::transaction_base& work);

}  // namespace onereturn::testing::isolation
