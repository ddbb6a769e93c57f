#include "platform/mail/mailer.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <string_view>

#include <curl/curl.h>

#include "base/email.hpp"

namespace onereturn::mail {

namespace {

// Ends what the library allocated, in whatever order things go wrong.
struct Ends {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  void operator()(curl_mime* mime) const { curl_mime_free(mime); }
};
using Handle = std::unique_ptr<CURL, Ends>;
using Lines = std::unique_ptr<curl_slist, Ends>;
using Mime = std::unique_ptr<curl_mime, Ends>;

void add(Lines& lines, const std::string& line) {
  curl_slist* const longer = curl_slist_append(lines.get(), line.c_str());
  if (longer == nullptr) {
    throw std::bad_alloc();
  }
  lines.release();
  lines.reset(longer);
}

// "Tue, 16 Mar 2027 10:04:00 +0000", whatever the locale.
std::string date_header(Instant instant) {
  static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::year_month_day date{day};
  const std::string time = to_iso(instant).substr(11, 8);
  const auto two = [](unsigned number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  };
  return std::string(days.at(std::chrono::weekday{day}.c_encoding())) + ", " +
         two(static_cast<unsigned>(date.day())) + " " +
         months.at(static_cast<unsigned>(date.month()) - 1) + " " +
         std::to_string(static_cast<int>(date.year())) + " " + time + " +0000";
}

Lines headers_of(const Message& message) {
  Lines lines;
  add(lines, "Date: " + date_header(message.date));
  add(lines, "From: OneReturn <" + message.from + ">");
  add(lines, "To: <" + message.to + ">");
  add(lines, "Subject: " + header_text(message.subject));
  add(lines, "Message-ID: <" + message.id + ">");
  // So that nobody's out-of-office notice answers it.
  add(lines, "Auto-Submitted: auto-generated");
  return lines;
}

// Line ends as mail has them; others would be written as characters of the text.
std::string with_mail_lines(const std::string& text) {
  std::string lines;
  for (const char c : text) {
    if (c == '\r') continue;
    lines += c == '\n' ? "\r\n" : std::string(1, c);
  }
  return lines;
}

void add_part(curl_mime* mime, const std::string& words, const char* type) {
  const auto text = with_mail_lines(words);
  curl_mimepart* const part = curl_mime_addpart(mime);
  if (part == nullptr || curl_mime_data(part, text.data(), text.size()) != CURLE_OK ||
      curl_mime_type(part, type) != CURLE_OK ||
      curl_mime_encoder(part, "quoted-printable") != CURLE_OK) {
    throw std::bad_alloc();
  }
}

// The plain text first: readers take the last one that they can show.
Mime body_of(CURL* handle, const Message& message) {
  Mime both(curl_mime_init(handle));
  if (!both) {
    throw std::bad_alloc();
  }
  add_part(both.get(), message.plain, "text/plain; charset=utf-8");
  add_part(both.get(), message.html, "text/html; charset=utf-8");
  Mime whole(curl_mime_init(handle));
  curl_mimepart* const part = whole ? curl_mime_addpart(whole.get()) : nullptr;
  if (part == nullptr || curl_mime_subparts(part, both.get()) != CURLE_OK) {
    throw std::bad_alloc();
  }
  (void)both.release();
  curl_mime_type(part, "multipart/alternative");
  return whole;
}

void connect_to(CURL* handle, const Server& server) {
  const std::string address =
      "smtp://" + server.host + ":" + std::to_string(server.port) + "/" + server.helo;
  curl_easy_setopt(handle, CURLOPT_URL, address.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp");
  curl_easy_setopt(handle, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!server.ca_file.empty()) {
    curl_easy_setopt(handle, CURLOPT_CAINFO, server.ca_file.c_str());
  }
  if (!server.user.empty()) {
    curl_easy_setopt(handle, CURLOPT_USERNAME, server.user.c_str());
    curl_easy_setopt(handle, CURLOPT_PASSWORD, server.password.c_str());
  }
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS,
                   static_cast<long>(server.connect_max.count()));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(server.whole_max.count()));
  // Timeouts without signals: other threads are at work.
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
}

// Recipients and contents that are refused for good end in one of these two errors; the reply's
// own number tells them from "later". Everything else is about the server, not about this mail.
Sent outcome_of(CURL* handle, CURLcode code) {
  if (code == CURLE_OK) {
    return {Outcome::sent, ""};
  }
  long reply = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &reply);
  const bool about_this_mail = code == CURLE_SEND_ERROR || code == CURLE_WEIRD_SERVER_REPLY;
  if (about_this_mail && reply >= 500 && reply < 600) {
    return {Outcome::refused, "The mail server answered " + std::to_string(reply) + "."};
  }
  std::string reason =
      std::string("The mail server could not be used: ") + curl_easy_strerror(code);
  return {Outcome::try_later, reply >= 400 ? reason + " (" + std::to_string(reply) + ")" : reason};
}

void initialise() {
  static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  if (!ready) {
    throw std::runtime_error("the mail library does not start");
  }
}

}  // namespace

Sent send(const Server& server, const Message& message) {
  const auto& back = message.envelope_from.empty() ? message.from : message.envelope_from;
  if (!is_email(message.to) || !is_email(message.from) || !is_email(message.id) ||
      !is_email(back)) {
    return {Outcome::refused, "The address cannot be one."};
  }
  initialise();
  const Handle handle(curl_easy_init());
  if (!handle) {
    throw std::bad_alloc();
  }
  connect_to(handle.get(), server);
  Lines recipients;
  add(recipients, message.to);
  const Lines headers = headers_of(message);
  const Mime body = body_of(handle.get(), message);
  curl_easy_setopt(handle.get(), CURLOPT_MAIL_FROM, back.c_str());
  curl_easy_setopt(handle.get(), CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(handle.get(), CURLOPT_MIMEPOST, body.get());
  return outcome_of(handle.get(), curl_easy_perform(handle.get()));
}

}  // namespace onereturn::mail
