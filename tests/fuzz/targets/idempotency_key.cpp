// The key of a request that may come twice: a header's, or a form's.

#include "gateway/idempotency_key.hpp"

#include "fuzz/target.hpp"

namespace onereturn::fuzz {
namespace {

void one_input(std::string_view bytes) {
  const auto line = bytes.find('\n');
  const auto header = bytes.substr(0, line);
  const auto field = line == std::string_view::npos ? std::string_view{} : bytes.substr(line + 1);
  const auto key = gateway::idempotency_key_of(header, field);
  must(key.size() <= gateway::idempotency_key_max, "a key is no longer than the limit");
  for (const char c : key)
    must(c > ' ' && c < '\x7F', "a key is printable, without blanks");
  must(key.empty() || key == (header.empty() ? field : header), "a key is what was sent, whole");
  must(gateway::idempotency_key_of(key, "") == key, "a key that was taken is taken again");
}

const Known known("idempotency_key", &one_input);

}  // namespace
}  // namespace onereturn::fuzz
