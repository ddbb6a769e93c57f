#pragma once

#include <chrono>

#include "platform/config/settings.hpp"
#include "platform/mail/mailer.hpp"

// What all jobs that send mail share.
namespace onereturn::worker {

inline constexpr std::chrono::seconds longest_mail_pause{60};

// Twice as long each time, up to the longest.
std::chrono::seconds pause_after(int tries);

mail::Server server_of(const config::MailSettings& settings);

// From us, at this moment of the world's own clock, with an id that stays over tries.
mail::Message message_from(const config::MailSettings& settings, const std::string& id,
                           const std::string& to);

}  // namespace onereturn::worker
