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

// pages/guidance_list, each with the words of its item, as a list.
ListShape guidance_shape();
html::Data guidance_list(const std::vector<std::pair<questions::Guidance, std::string>>& all,
                         ListAsked asked);

}  // namespace onereturn::gateway::views
