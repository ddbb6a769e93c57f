#include "worker/jobs/notifications/mail_server.hpp"

#include <algorithm>

#include "base/clock.hpp"

namespace onereturn::worker {

std::chrono::seconds pause_after(int tries) {
  return std::min(longest_mail_pause, std::chrono::seconds{1} * (2 << std::min(tries, 6)));
}

mail::Server server_of(const config::MailSettings& settings) {
  mail::Server server;
  server.host = settings.host;
  server.port = settings.port;
  server.user = settings.user;
  server.password = settings.password;
  server.ca_file = settings.ca_file;
  server.helo = settings.helo;
  return server;
}

mail::Message message_from(const config::MailSettings& settings, const std::string& id,
                           const std::string& to) {
  mail::Message message;
  message.id = id + "@" + settings.from.substr(settings.from.find('@') + 1);
  message.from = settings.from;
  message.to = to;
  message.date = system_clock()();
  return message;
}

}  // namespace onereturn::worker
