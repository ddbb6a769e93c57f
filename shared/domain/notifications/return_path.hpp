#pragma once

#include <optional>
#include <string>
#include <string_view>

// The address that a reminder comes back to: one of our own, with a secret of this one try in it.
namespace onereturn::notifications {

// 32 letters and digits of 16 random bytes.
std::string new_return_token(std::string_view random_bytes);

// "no-reply@onereturn.example" with a token: "no-reply+back-…@onereturn.example".
std::string return_address(const std::string& from, const std::string& token);

// The token in an address of that form; nothing for any other address.
std::optional<std::string> token_in(std::string_view address);

}  // namespace onereturn::notifications
