#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "domain/identity/identity.hpp"
#include "platform/postgres/transaction.hpp"

// A link in somebody's mailbox. Its secret was made when the mail was sent; the caller brings the
// SHA-256 of what stands in the address. Looking at a link does not use it up, since mail scanners
// look; pressing the button on its page does.
namespace onereturn::identity {

enum class LinkPurpose {
  sign_in,
  password,
  half_way,  // no mail: the cookie of somebody whose first factor was right
  colleague,
  email_leave,  // at the present address: whether another one may take its place
  email_change,
  join,
};

struct OpenLink {
  std::optional<PersonId> person;
  std::string person_name;
  std::string email;  // where it was sent
  std::optional<PartyId> party;
  std::optional<std::string> about;  // a uuid: what the party that sent it asked to be given back
  std::string next_path;
};

// Mails a link to sign in, or to make a password. Answers the same, after the same work, for an
// address that nobody has. Refuses with too_many when it, or the network address, asked too often;
// with invalid, field "email", for what cannot be an address.
Result<Done> ask_link(postgres::AuthTx& tx, LinkPurpose purpose, std::string_view typed_email,
                      std::string_view network_address, const std::string& next_path);

// Refuses with not_found `link-over` when it was used, is too old, or never was.
Result<OpenLink> read_link(postgres::AuthTx& tx, LinkPurpose purpose,
                           const std::string& token_hash);
Result<OpenLink> use_link(postgres::AuthTx& tx, LinkPurpose purpose, const std::string& token_hash);

// The person whose link to sign in it was, with the roles to choose from. It is used up. Refuses as
// use_link, and like it for somebody without a role.
Result<KnownPerson> use_sign_in_link(postgres::AuthTx& tx, const std::string& token_hash,
                                     std::string& next_path);

}  // namespace onereturn::identity
