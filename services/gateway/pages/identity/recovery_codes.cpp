#include "gateway/pages/identity/recovery_codes.hpp"

#include <cctype>
#include <string_view>

#include "domain/identity/second_factor.hpp"
#include "gateway/pages/page_support.hpp"
#include "platform/crypto/random.hpp"

namespace onereturn::gateway::pages {
namespace {

constexpr std::string_view letters = "23456789abcdefghjkmnpqrstuvwxyz";
constexpr std::size_t letters_in_code = 12;

std::string new_code() {
  std::string code;
  while (code.size() < letters_in_code + 2) {
    const auto byte = static_cast<unsigned char>(crypto::random_bytes(1).front()) & 31U;
    // One number of the 32 has no letter, and is drawn again.
    if (byte >= letters.size()) continue;
    code += letters[byte];
    if (code.size() == 4 || code.size() == 9) code += '-';
  }
  return code;
}

}  // namespace

std::vector<std::string> new_recovery_codes() {
  std::vector<std::string> codes;
  for (int count = 0; count < identity::recovery_codes; ++count)
    codes.push_back(new_code());
  return codes;
}

std::vector<std::string> recovery_hashes(const crypto::Sealer& sealer, const PersonId& person,
                                         const std::string& typed) {
  std::string code;
  for (const char c : typed) {
    if (c != ' ' && c != '-') {
      code += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  return sealer.stand_ins(code, person.text());
}

http::Response recovery_codes_page(RequestContext& context, const std::vector<std::string>& codes,
                                   const std::string& next) {
  auto list = html::Data::list();
  for (const auto& code : codes)
    list.push(html::Data::object().set("code", code));
  return framed(context, "pages/recovery_codes",
                html::Data::object()
                    .set("title", "Keep these ten codes")
                    .set("codes", std::move(list))
                    .set("next", next));
}

}  // namespace onereturn::gateway::pages
