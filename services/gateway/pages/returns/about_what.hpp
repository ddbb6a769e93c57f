#pragma once

#include <string>
#include <vector>

#include "domain/returns/commitments.hpp"
#include "gateway/views/commitment_rows.hpp"

// What the actions of a page are about.
namespace onereturn::gateway::pages {

// What commitments of a page are about: a new one to `subject`; where the page has items to choose
// from, each to those that were ticked, and what they are about elsewhere stays.
struct AboutWhat {
  returns::Subject subject;
  std::vector<views::ItemToActOn> items = {};
};

// What was ticked, in the order of the page; `subject` where there is nothing to tick.
std::vector<returns::Subject> subjects_ticked(const AboutWhat& about,
                                              const std::vector<std::string>& ticked);
// The same of one that is kept: what it is about elsewhere stays.
std::vector<returns::Subject> subjects_after(const AboutWhat& about,
                                             const std::vector<std::string>& ticked,
                                             const std::vector<returns::Subject>& before);

// The subjects of a commitment that is already there, as a change must send them back.
std::vector<returns::Subject> subjects_of(const returns::Workspace& workspace,
                                          const returns::KeptCommitment& kept);

}  // namespace onereturn::gateway::pages
