#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

#include "base/date.hpp"
#include "base/ids.hpp"

// Mail to people: what is to be said, never what somebody wrote. A mail holds no answer, no name of
// a board but the one that sends it, and no secret until the moment of sending.
namespace onereturn::notifications {

using MailId = Id<struct MailTag>;
using LinkId = Id<struct LinkTag>;

// What fills the places of a mail's words: {"name", "Aled Penhallow"}.
using Fields = std::map<std::string, std::string>;

// A mail to queue. `kind` is a row of mail_words.cpp, which has its subject and its paragraphs.
struct Mail {
  std::string kind;
  std::string to;
  Fields fields;
};

// An invitation to join a board: the mail ends in a link that is good once, for whoever reads it,
// until `lifetime` after it was sent. `about` comes back when the link is used.
struct JoinMail {
  Mail mail;
  EntryId about;
  std::chrono::hours lifetime{24 * 30};
};

// A mail as the worker takes it.
struct OutgoingMail {
  MailId mail;
  std::string kind;
  std::optional<std::string> to;  // nothing: nobody has to be told any more
  Fields fields;
  bool has_link = false;
  Instant queued_at;
  int tries = 1;  // this one included
};

// A mail in words, before it is put into a message.
struct MailText {
  std::string subject;
  std::string plain;
  std::string html;
};

}  // namespace onereturn::notifications
