#pragma once

#include <string>

#include "domain/notifications/notifications.hpp"

namespace onereturn::notifications {

// A mail's text, plain and as HTML, paragraph by paragraph.
class Letter {
 public:
  // Nothing for an empty text. Words that begin with `origin` become links.
  void paragraph(const std::string& text, const std::string& origin = {});
  void link(const std::string& action, const std::string& address);
  MailText text(std::string subject) const;

 private:
  std::string plain_;
  std::string html_;
};

}  // namespace onereturn::notifications
