#pragma once

#include <string>
#include <utility>
#include <vector>

#include "domain/questions/questions.hpp"
#include "gateway/views/listing.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// What a board tells all of its agencies, as the board keeps it.
namespace onereturn::gateway::views {

struct TypedGuidance {
  std::string question;
  std::string answer;
  bool overtaken = false;
  std::vector<PageError> errors;
};

// pages/publish_guidance: the words to put in, then how agencies will read them.
struct PublishPage {
  std::string place;
  std::string organisation;
  std::string thread;
  std::string guidance;
  TypedGuidance typed;
  bool preview = false;
};
html::Data publish_page(const PublishPage& page);

// pages/guidance: one, with every version.
struct GuidancePage {
  std::string place;
  std::string form;                           // its name
  std::vector<questions::Guidance> versions;  // newest first
  bool may_write = false;
  TypedGuidance typed;
  std::string saved_note;
};
html::Data guidance_page(const GuidancePage& page);

// With the words of its item.
using PlacedGuidance = std::pair<questions::Guidance, std::string>;

// pages/guidance_list, and the same rows for a spreadsheet.
ListShape guidance_shape();
html::Data guidance_list(const std::vector<PlacedGuidance>& all, ListAsked asked, bool may_export);
std::vector<std::string> guidance_headings();
std::vector<std::vector<std::string>> guidance_rows(const std::vector<PlacedGuidance>& all,
                                                    const ListAsked& asked);

}  // namespace onereturn::gateway::views
