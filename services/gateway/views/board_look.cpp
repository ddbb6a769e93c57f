#include "gateway/views/board_look.hpp"

#include <cmath>
#include <cstdio>

#include "domain/documents/colours.hpp"
#include "domain/evidence/file_types.hpp"

namespace onereturn::gateway::views {
namespace {

using html::Data;

std::string contrast_words(const std::string& colour) {
  const auto contrast = documents::contrast(colour, "#ffffff");
  if (!contrast) return "";
  char number[16];
  std::snprintf(number, sizeof number, "%.1f", std::floor(*contrast * 10) / 10);
  return std::string("Contrast on white: ") + number + " to 1. At least 4.5 is needed.";
}

}  // namespace

Data board_look_page(const reports::BoardLook& kept, const std::string& board,
                     const TypedLook* typed, bool saved) {
  const std::vector<PageError> none;
  const auto& errors = typed == nullptr ? none : typed->errors;
  const auto& name = typed == nullptr ? kept.name : typed->name;
  const auto& colour = typed == nullptr ? kept.colour : typed->colour;
  const bool stands = typed == nullptr || typed->overtaken;
  const bool darker = error_of(errors, "colour").is_no() == false &&
                      documents::contrast(colour, "#ffffff").has_value();
  return Data::object()
      .set("title", "How papers look")
      .set("title_error", !errors.empty())
      .set("error_summary", error_summary(errors))
      .set("saved", saved)
      .set("version", stands ? std::to_string(kept.version) : typed->version)
      .set("theirs", typed != nullptr && typed->overtaken
                         ? Data(Data::object()
                                    .set("name", kept.name.empty() ? board : kept.name)
                                    .set("colour", kept.colour))
                         : Data())
      .set("name", name)
      .set("name_error", error_of(errors, "name"))
      .set("board", board)
      .set("colour", colour)
      .set("colour_error", error_of(errors, "colour"))
      .set("darker", darker ? Data(documents::readable(colour)) : Data())
      .set("logo_error", error_of(errors, "logo"))
      .set("choose_again", typed != nullptr && typed->chose_file)
      .set("any_logo", !kept.logo.empty())
      .set("logo_size", evidence::size_in_words(kept.logo.size()))
      .set("logo_src", "/board/look/logo?v=" + std::to_string(kept.version))
      .set("remove", typed != nullptr && typed->remove)
      .set("shown_name", kept.name.empty() ? board : kept.name)
      .set("shown_colour", documents::readable(kept.colour))
      .set("contrast", contrast_words(kept.colour));
}

}  // namespace onereturn::gateway::views
