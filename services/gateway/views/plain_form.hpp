#pragma once

#include <string>
#include <utility>
#include <vector>

#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// A page that asks one small thing: pages/plain_form.
namespace onereturn::gateway::views {

struct TextField {
  std::string id;  // also its name in the form
  std::string label;
  std::string value = {};
  std::string hint = {};
  std::string type = "text";
  std::string autocomplete = "off";
  std::string width = "govuk-!-width-two-thirds";
  bool numeric = false;
};
html::Data text_field(const TextField& field, const std::vector<PageError>& errors);

struct PlainForm {
  std::string title;
  std::string eyebrow = {};
  std::string lede = {};
  std::string note = {};  // what was just done
  std::vector<std::string> paragraphs = {};
  std::string action = {};  // "": nothing is asked
  std::string button = {};
  std::vector<std::pair<std::string, std::string>> hidden = {};
  std::vector<TextField> fields = {};
  std::vector<std::pair<std::string, std::string>> links = {};  // address, words
  std::vector<std::pair<std::string, std::string>> boxes = {};  // heading, words
  std::pair<std::string, std::string> back = {};                // address, words
};
html::Data plain_form(const PlainForm& form, const std::string& csrf,
                      const std::vector<PageError>& errors);

}  // namespace onereturn::gateway::views
