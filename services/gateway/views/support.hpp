#pragma once

#include <string>
#include <vector>

#include "domain/questions/support.hpp"
#include "gateway/views/listing.hpp"
#include "gateway/views/typed_date.hpp"
#include "gateway/views/words.hpp"
#include "platform/html/data.hpp"

// What a board did to help, and who may need it.
namespace onereturn::gateway::views {

// pages/support: the log, as a list.
ListShape support_shape();
struct SupportPage {
  const std::vector<questions::Support>& log;
  ListAsked asked;
  bool may_write = false;
  bool may_export = false;
  std::string saved_note = {};
};
html::Data support_page(SupportPage page);
std::vector<std::string> support_headings();
std::vector<std::vector<std::string>> support_rows(const std::vector<questions::Support>& log,
                                                   const ListAsked& asked);

struct TypedSupport {
  std::string id;
  std::string kind;
  TypedDate on;
  std::string who;
  std::string notes;
  std::vector<std::string> entries;
  std::string find;  // part of a name: which organisations are offered to tick
  std::vector<PageError> errors;
};
// pages/log_support. Of a long register it offers those that are ticked and those that were looked
// for, so many at once.
inline constexpr std::size_t organisations_offered = 40;
html::Data log_support_page(const std::vector<questions::Organisation>& organisations,
                            const TypedSupport& typed);

// pages/who_needs_help: those with a reason, each reason in words, as a list.
ListShape needs_shape();
html::Data needs_page(const std::vector<questions::Needs>& needs, ListAsked asked, bool may_export);
std::vector<std::string> needs_headings();
std::vector<std::vector<std::string>> needs_rows(const std::vector<questions::Needs>& needs,
                                                 const ListAsked& asked);

}  // namespace onereturn::gateway::views
